"""The guide's tables, one module per subject, each made from the data that the calculator uses."""
