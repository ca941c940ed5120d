"""Names that lead somewhere, rules that hold together, the proof, released names."""
