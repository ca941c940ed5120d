"""Answers in, premium out, every step told."""
