"""A report as text, Markdown or HTML, from blocks."""
