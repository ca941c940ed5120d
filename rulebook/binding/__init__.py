"""Checked files become the book that the engine reads."""
