"""Pages and players of the videos."""
