"""The tools' part of the book: their questions as the form shows them, the overlaps, the dates, the grades carried over."""

from typing import Any

from rulebook.library import Library
from rulebook.shapes.shape import Fields

Compiled = dict[str, Any]


def compile_tools(library: Library, questions: dict[str, Compiled]) -> Compiled:
    """Return the book's entries ``tools``, ``overlaps``, ``dates`` and ``transfer``."""
    files = library.files
    overlaps = _overlaps(files["overlaps.yml"])
    tools = {id_: _tool(tool, questions) for id_, tool in files["tools.yml"]["tools"].items()}
    if "overlaps" in tools:
        _ask_overlaps(tools["overlaps"], overlaps)
    return {
        "tools": tools,
        "overlaps": overlaps,
        "dates": _rules(files["dates.yml"], "data/dates.yml", ("term", "grace", "suspension"))
        | {"starts": {id_: _sourced(rule, files["dates.yml"], "data/dates.yml") for id_, rule in files["dates.yml"]["starts"].items()}},
        "transfer": _rules(files["transfer.yml"], "data/transfer.yml", ("second_car", "first", "elsewhere", "here")),
    }


def _tool(tool: Fields, questions: dict[str, Compiled]) -> Compiled:
    return {
        "title": tool["title"],
        "ask": [{"title": group["title"], "folded": group["folded"], "questions": list(group["questions"])} for group in tool["ask"]],
        "questions": {id_: _question(id_, asked, questions) for id_, asked in (tool["questions"] or {}).items()},
        "sample": dict(tool["sample"] or {}),
    }


def _question(id_: str, asked: Fields, questions: dict[str, Compiled]) -> Compiled:
    choices = [{"id": name, **choice} for name, choice in (asked["choices"] or {}).items()]
    if asked["choices_from"]:
        choices = questions[asked["choices_from"]]["choices"]
    default = asked["default"]
    if default is not None:
        default = {"flag": default == "true", "integer": int(default) if default.isdigit() else 0}.get(asked["kind"], default)
    return question(
        id_, asked["label"], asked["kind"], help_=asked["help"], unit=asked["unit"], choices=choices, default=default,
        at_least=asked["at_least"], at_most=asked["at_most"], shown=asked["shown"],
    )  # fmt: skip


def question(
    id_: str, label: str, kind: str, *, help_: str = "", unit: str | None = None, choices: list[Compiled] | None = None,
    default: Any = None, at_least: int | None = None, at_most: int | None = None, shown: Any = None,
) -> Compiled:  # fmt: skip
    """Return one question in the shape that the controls and the reader of answers know."""
    return {
        "id": id_, "label": label, "kind": kind, "section": "", "help": help_, "unit": unit, "unit_label": unit or "",
        "choices": choices or [], "default": default, "at_least": at_least, "at_most": at_most, "step": None, "shown": shown,
    }  # fmt: skip


def _overlaps(file: Fields) -> Compiled:
    covers = [
        {
            "id": id_,
            "label": cover["label"],
            "question": cover["question"],
            "on": list(cover["on"]),
            "with": [
                {"id": name, **{key: other[key] for key in ("product", "label", "overlap")},
                 "product_label": file["products"].get(other["product"], "")}
                for name, other in cover["with"].items()
            ],
            "instead": {key: cover["instead"][key] for key in ("advice", "question", "to")},
            "source": f"data/overlaps.yml:{file['covers'].at(id_).line}",
            "document": dict(file["source"] or {}),
        }
        for id_, cover in file["covers"].items()
    ]  # fmt: skip
    return {
        "products": dict(file["products"]),
        "covers": covers,
        "automatic": [{"id": id_, **entry} for id_, entry in file["automatic"].items()],
        "warnings": [{"id": id_, **entry} for id_, entry in file["warnings"].items()],
    }


def _ask_overlaps(tool: Compiled, overlaps: Compiled) -> None:
    """Ask one tick for each cover of this car, and one for each counterpart elsewhere, product by product."""
    own = [question(f"has_{cover['id']}", cover["label"], "flag", default=False) for cover in overlaps["covers"]]
    groups = [{"title": "この車の契約に付けるもの", "folded": False, "questions": [each["id"] for each in own]}]
    for product, label in overlaps["products"].items():
        others = [other for cover in overlaps["covers"] for other in cover["with"] if other["product"] == product]
        own += [question(other["id"], other["label"], "flag", default=False) for other in others]
        groups.append({"title": label, "folded": False, "questions": [other["id"] for other in others]})
    tool["questions"] |= {each["id"]: each for each in own}
    tool["ask"] = groups


def _rules(file: Fields, path: str, names: tuple[str, ...]) -> Compiled:
    return {name: _sourced(file[name], file, path) for name in names}


def _sourced(rule: Fields, file: Fields, path: str) -> Compiled:
    return {
        **{key: value for key, value in rule.items() if key not in ("source", "certainty")},
        "source": f"{path}:{rule.place.line}",
        "document": dict(rule.get("source") or file["source"] or {}),
    }
