"""Which modules of the engine travel to the browser: what quote_engine.desk imports, and nothing else."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from site_build import BuildError

ENTRY = "quote_engine.desk"
EDITOR_SIDE = {"placed", "shape", "declarations", "library", "check", "compiler", "problem", "proof", "cli", "__main__"}


def engine_sources(root: Path, entry: str = ENTRY, packages: frozenset[str] = frozenset()) -> dict[str, str]:
    """Source texts by path inside the archive, for the entry and all that it imports, sorted by path.

    ``packages`` are there beside the standard library: an entry that has them may use the editor's side, too.
    """
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
        waiting.extend(_needed(root, package, module, name, sources[name], packages))
    return dict(sorted(sources.items()))


def _needed(root: Path, package: str, module: str, name: str, source: str, packages: frozenset[str]) -> Iterator[str]:
    """The engine's modules that this one imports; refuses what the browser does not have."""
    for target, late in _imports(ast.parse(source, name), module, is_package=name.endswith("__init__.py")):
        top, _, rest = target.partition(".")
        if top != package:
            if top not in sys.stdlib_module_names and top not in packages:
                raise BuildError(f"{name} imports {target}: in the browser the engine has the standard library only")
        elif rest.partition(".")[0] in EDITOR_SIDE and not packages:
            # Inside a function it runs on the editor's side only, as load_book does: nothing to follow.
            if not late:
                raise BuildError(
                    f"{name} imports {target}: a module of the editor's side must not travel to the browser"
                )
        elif _path(root, target).is_file():
            yield target


def _imports(tree: ast.Module, module: str, *, is_package: bool) -> Iterator[tuple[str, bool]]:
    """Absolute names of all imports, and whether they stand inside a function; `from a import b` gives both a and a.b."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    late = {inner for function in functions for inner in ast.walk(function)}
    parts = module.split(".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = parts[: len(parts) - node.level + is_package] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base, node in late
            yield from ((f"{base}.{alias.name}", node in late) for alias in node.names)


def _path(root: Path, module: str) -> Path:
    folder = root.joinpath(*module.split("."))
    return folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
