"""The data in, one checked book out. Needs PyYAML; may import the engine."""
