"""Tables of the guide, made from the same data as the calculator."""
