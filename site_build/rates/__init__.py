"""The rate pages, written from the data."""
