"""Writing a file whole or not at all."""

from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` as it is; where that fails (``OSError``), what stood there stays."""
    beside = path.with_name(f".{path.name}")  # never half a file, even where the disk is full
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)
