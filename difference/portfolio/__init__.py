"""A whole portfolio before and after: contracts as columns, priced at once, counted and reported. Needs Polars."""
