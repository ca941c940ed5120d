"""Results as people read them. Uses the rules, never the other way round."""
