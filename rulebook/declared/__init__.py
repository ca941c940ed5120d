"""What each file may contain, in the language of the shapes."""
