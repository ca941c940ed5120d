"""The pages on which something is calculated, as they stand before Python is there."""
