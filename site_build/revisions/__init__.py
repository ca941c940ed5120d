"""What was announced as changed since an edition: marks in tables, the notice of a page, the page of all revisions."""
