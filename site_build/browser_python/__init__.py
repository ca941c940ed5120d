"""Browser_python."""
