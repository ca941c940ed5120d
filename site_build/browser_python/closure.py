"""What travels to the browser: all of ``quote_engine`` but its face on the command line. That it needs nothing else is a contract of the linter."""

from pathlib import Path

ENGINE = "quote_engine"
LEFT_HERE = "__main__.py"


def engine_sources(root: Path, *packages: str) -> dict[str, str]:
    """Source texts by path inside the archive, sorted by path: the engine's, and those of any further packages."""
    paths = [path for package in (ENGINE, *packages) for path in (root / package).rglob("*.py") if path.name != LEFT_HERE]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}
