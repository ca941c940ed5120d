"""What a listener hears: a speech recogniser over each rendered voice, held against the kana that were meant. Its packages live in .venv-listen."""
