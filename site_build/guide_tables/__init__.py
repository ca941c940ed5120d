"""Tables and lines of time for the guide's pages, drawn from the data at build time."""
