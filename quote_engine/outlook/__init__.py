"""Grades and premiums year by year; use the cover or pay."""
