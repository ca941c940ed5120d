"""What the desk is asked, and each answer whole."""
