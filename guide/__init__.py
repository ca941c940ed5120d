"""The guide's data: for each kind one module that declares and checks it. May import the rulebook and the engine's values."""
