"""Finishing."""
