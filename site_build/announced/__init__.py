"""Announced revisions on the pages: the notice in the frame, the marks in the tables, the page of what has changed."""
