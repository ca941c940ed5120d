"""`python -m quote_engine …`: one command each, which may ask every package below the site."""
