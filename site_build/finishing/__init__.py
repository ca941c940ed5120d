"""What follows MkDocs: link cards, search, the policy, headers."""
