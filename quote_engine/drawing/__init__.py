"""HTML and SVG in small pieces, escaped. Knows values, nothing of rules."""
