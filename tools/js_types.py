"""Writes the TypeScript declarations that the scripts of the pages are checked with, from the types of Python.

python -m tools.js_types
"""

from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from quote_engine.typed.replies import Named, Refused, Whole
from rulebook.playground import Tried
from site_build.calculators.page_data import PageData, ToolData

DECLARATIONS = Path(__file__).resolve().parent.parent / "docs" / "assets" / "js" / "types" / "replies.d.ts"
ROOTS = (Named, Whole, Refused, Tried, PageData, ToolData)
HEAD = "// What the engine and the pages hand to the scripts. Written by `python -m tools.js_types`; change the types in Python.\n"
PLAIN = {str: "string", int: "number", bool: "boolean", NoneType: "null", Any: "unknown"}


def declarations() -> str:
    """Return an interface for each TypedDict that ``ROOTS`` lead to, in alphabetical order."""
    found: dict[str, Any] = {}
    for root in ROOTS:
        _collect(root, found)
    return "\n".join((HEAD, *(_interface(found[name]) for name in sorted(found))))


def _collect(of: Any, found: dict[str, Any]) -> None:
    if is_typeddict(of):
        if found.setdefault(of.__name__, of) is not of:
            raise ValueError(f"two types are called {of.__name__}: {found[of.__name__].__module__} and {of.__module__}")
        for hint in get_type_hints(of).values():
            _collect(hint, found)
    for part in get_args(of):
        _collect(part, found)


def _interface(of: Any) -> str:
    hints = get_type_hints(of)
    keys = [f"  {key}{'' if key in of.__required_keys__ else '?'}: {_written(hint)};\n" for key, hint in hints.items()]
    return f"{_comment(of)}export interface {of.__name__} {{\n{''.join(keys)}}}\n"


def _comment(of: Any) -> str:
    # Types that are called into being (their keys are words of Python) have dict's own docstring.
    said = of.__doc__ if of.__doc__ != dict.__doc__ else None
    return f"/** {' '.join(said.replace('``', '`').split())} */\n" if said else ""


def _written(of: Any) -> str:
    if is_typeddict(of):
        return str(of.__name__)
    origin, parts = get_origin(of), get_args(of)
    if origin in (Union, UnionType):
        return " | ".join(dict.fromkeys(_written(part) for part in parts))
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    if origin is NotRequired:
        return _written(parts[0])
    if origin is list:
        item = _written(parts[0])
        return f"({item})[]" if " | " in item else f"{item}[]"
    if origin is dict:
        return f"Record<string, {_written(parts[1])}>"
    return PLAIN[of]


if __name__ == "__main__":
    DECLARATIONS.write_text(declarations(), encoding="utf-8")
