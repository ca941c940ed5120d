"""How a video is made: voice, pictures, sound, encoding."""
