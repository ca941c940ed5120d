"""Runs inside Pyodide under Node, at build time: finds the modules the engine needs and packs them as .pyc.

The standard library is packed with what `sys.modules` holds after real answers, so the list is measured. Both archives are
deterministic: fixed dates, sorted names. Members are deflated because not every host compresses a .zip on its way.
"""

import ast
import importlib.util
import io
import json
import marshal
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

STDLIB = "/lib/python{}{}.zip".format(*sys.version_info)
ENGINE = "/lib/engine"

# Needed on paths that an ordinary answer does not take: errors, and whole numbers of thousands of digits.
RARE = (
    "traceback", "linecache", "tokenize", "textwrap", "_colorize", "warnings", "_pylong", "decimal",
    "encodings.ascii", "encodings.latin_1", "encodings.cp437",
)  # fmt: skip
# Imported at start only to see whether they are there; the importers do without (shutil, zipfile, asyncio).
OPTIONAL = ("bz2", "lzma", "compression", "ssl", "_ssl")


def answer(sources: dict[str, str], book: str, requests: list[object], desk: str) -> list[str]:
    """Replies of the module ``desk`` among the sources, which loads every module it needs."""
    for name, text in sources.items():
        _write(f"{ENGINE}/{name}", text)
    sys.path.insert(0, ENGINE)
    opened = importlib.import_module(desk).Desk(book)
    return [opened.reply(json.dumps(request)) for request in requests]


def pack_stdlib() -> bytes:
    """The part of the standard library in use, without docstrings, assertions and column positions."""
    for name in RARE:
        importlib.import_module(name)
    origins = [getattr(getattr(module, "__spec__", None), "origin", None) or "" for module in sys.modules.values()]
    names = {origin.removeprefix(f"{STDLIB}/") for origin in origins if origin.startswith(f"{STDLIB}/")}
    with zipfile.ZipFile(STDLIB) as stock:
        return _archive({name: stock.read(name) for name in names if not _is_optional(name)}, optimize=2)


def pack_engine(sources: dict[str, str]) -> bytes:
    """The engine's modules without docstrings; assertions stay, so that both hosts behave alike."""
    return _archive({name: _undocumented(text) for name, text in sources.items()}, optimize=0)


def _undocumented(text: str) -> ast.Module:
    """The module as parsed, every docstring taken out; lines keep their numbers."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node) is not None:
            first = node.body.pop(0)
            if not node.body and not isinstance(node, ast.Module):
                node.body = [ast.Pass(lineno=first.lineno, col_offset=0, end_lineno=first.lineno, end_col_offset=0)]
    return tree


def _archive(sources: Mapping[str, bytes | ast.Module], optimize: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in sorted(sources.items()):
            code = compile(text, name, "exec", dont_inherit=True, optimize=optimize)
            # A .pyc with neither date nor size: there is no source beside it to compare with.
            data = importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)
            archive.writestr(zipfile.ZipInfo(f"{name}c"), data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _is_optional(name: str) -> bool:
    return name.partition("/")[0].removesuffix(".py") in OPTIONAL


def _write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
