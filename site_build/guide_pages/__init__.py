"""Guide_pages."""
