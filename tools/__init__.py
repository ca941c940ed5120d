"""What `make` runs beside the build: the review of a change, the wording check, a browser for the tests, Lighthouse."""
