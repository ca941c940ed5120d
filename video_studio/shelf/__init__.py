"""What was made: films, captions, transcripts, and whether they are up to date."""
