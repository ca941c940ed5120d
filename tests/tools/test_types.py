"""What JavaScript is checked with is what Python says."""

from typing import Any, Literal, NotRequired, TypedDict

import pytest

from tools import js_types


class Inner(TypedDict):
    """A part, with ``code``
    in its words."""

    kind: Literal["a", "b"]


class Outer(TypedDict):
    """A whole."""

    parts: list[Inner]
    found: dict[str, int | str | None]
    mixed: NotRequired[list[int | str]]
    any: Any


def test_the_declarations_are_what_the_types_say():
    told = js_types.DECLARATIONS.read_text(encoding="utf-8")
    assert told == js_types.declarations(), "run python -m tools.js_types"


def test_a_type_is_written_with_all_it_leads_to(monkeypatch):
    monkeypatch.setattr(js_types, "ROOTS", (Outer,))
    assert js_types.declarations().removeprefix(js_types.HEAD) == (
        '\n/** A part, with `code` in its words. */\nexport interface Inner {\n  kind: "a" | "b";\n}\n'
        "\n/** A whole. */\nexport interface Outer {\n  parts: Inner[];\n  found: Record<string, number | string | null>;\n"
        "  mixed?: (number | string)[];\n  any: unknown;\n}\n"
    )


def test_two_types_of_one_name_are_refused(monkeypatch):
    monkeypatch.setattr(js_types, "ROOTS", (Inner, TypedDict("Inner", {"other": int})))
    with pytest.raises(ValueError, match="Inner"):
        js_types.declarations()


def test_a_type_that_cannot_be_written_is_refused(monkeypatch):
    monkeypatch.setattr(js_types, "ROOTS", (TypedDict("Odd", {"part": float}),))
    with pytest.raises(KeyError):
        js_types.declarations()
