"""Whether a JSON value is what a type of ``quote_engine.typed`` says: every key, every value, nothing more."""

from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict


def misfits(value: Any, of: Any, where: str = "") -> list[str]:
    """Return each place where ``value`` is not what the type ``of`` says, in words; empty where it fits."""
    if get_origin(of) is NotRequired:
        return misfits(value, get_args(of)[0], where)
    if of is Any:
        return []
    if get_origin(of) in (Union, UnionType):
        tried = [misfits(value, each, where) for each in get_args(of)]
        return min(tried, key=len) if all(tried) else []
    if get_origin(of) is Literal:
        return [] if value in get_args(of) else [f"{where}: {value!r} is none of {get_args(of)}"]
    if is_typeddict(of):
        return _record(value, of, where)
    if get_origin(of) is list:
        return _plain(value, list, where) or [each for n, item in enumerate(value) for each in misfits(item, get_args(of)[0], f"{where}[{n}]")]
    if get_origin(of) is dict:
        return _plain(value, dict, where) or [each for key, item in value.items() for each in misfits(item, get_args(of)[1], f"{where}.{key}")]
    return _plain(value, NoneType if of is None else of, where)


def _record(value: Any, of: Any, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {of.__name__}"]
    hints = get_type_hints(of)
    found = [f"{where}: {of.__name__} has no {key!r}" for key in value if key not in hints]
    found += [f"{where}: {key!r} of {of.__name__} is missing" for key in sorted(of.__required_keys__ - value.keys())]
    return found + [each for key in value if key in hints for each in misfits(value[key], hints[key], f"{where}.{key}")]


def _plain(value: Any, of: type, where: str) -> list[str]:
    # True is an int to Python, and none to JSON.
    fits = isinstance(value, of) and isinstance(value, bool) == (of is bool)
    return [] if fits else [f"{where}: {value!r} is no {of.__name__}"]
