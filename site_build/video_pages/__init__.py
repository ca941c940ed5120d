"""Video_pages."""
