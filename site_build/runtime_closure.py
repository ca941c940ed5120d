"""Which modules of the engine travel to the browser: what quote_engine.desk imports, and nothing else."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ENTRY = "quote_engine.desk"
EDITOR_SIDE = {"placed", "shape", "declarations", "library", "check", "compiler", "problem", "cli", "__main__"}


class ClosureError(Exception):
    """The engine would need something in the browser that is not there."""


def engine_sources(root: Path, entry: str = ENTRY) -> dict[str, str]:
    """Source texts by path inside the archive, for the entry and all that it imports, sorted by path."""
    package = entry.partition(".")[0]
    sources: dict[str, str] = {}
    waiting = [package, entry]
    while waiting:
        module = waiting.pop()
        path = _path(root, module)
        name = path.relative_to(root).as_posix()
        if name in sources:
            continue
        sources[name] = path.read_text(encoding="utf-8")
        for target in _imports(ast.parse(sources[name], name), module, is_package=path.name == "__init__.py"):
            waiting.extend(_wanted(root, target, package, importer=name))
    return dict(sorted(sources.items()))


def _imports(tree: ast.Module, module: str, *, is_package: bool) -> Iterator[str]:
    """Absolute names of all imports, those inside functions too; `from a import b` gives both a and a.b."""
    parts = module.split(".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = parts[: len(parts) - node.level + is_package] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _wanted(root: Path, target: str, package: str, *, importer: str) -> list[str]:
    """The engine's module behind an imported name, if it is one; refuses what the browser does not have."""
    top, _, rest = target.partition(".")
    if top != package:
        if top not in sys.stdlib_module_names:
            raise ClosureError(f"{importer} imports {target}: the engine may use the standard library only in the browser")
        return []
    if rest.partition(".")[0] in EDITOR_SIDE:
        raise ClosureError(f"{importer} imports {target}: a module of the editor's side must not travel to the browser")
    return [target] if _path(root, target).is_file() else []


def _path(root: Path, module: str) -> Path:
    folder = root.joinpath(*module.split("."))
    return folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
