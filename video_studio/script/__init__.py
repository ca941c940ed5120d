"""What a video says and shows: storyboards read and checked."""
