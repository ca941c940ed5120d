"""What a page with a calculator tells its script before Python is ready, as types; JavaScript is checked with them."""

from typing import NotRequired, TypedDict

Answer = str | int | bool


class PageQuestion(TypedDict):
    """A question; ``choices`` are the labels by id."""

    kind: str
    label: str
    choices: dict[str, str]


class PageModel(TypedDict):
    """A model of car where none is searched for."""

    id: str
    vehicle_type: str


class NamedModel(PageModel):
    """A model of car where visitors search for theirs; ``vehicle`` is its kind in words, ``launched`` a month."""

    name: str
    maker: str
    yomi: str
    vehicle: str
    launched: str


class PagePreset(TypedDict):
    """A recommended set-up and the vehicles it fits."""

    id: str
    label: str
    detail: str
    answers: dict[str, Answer]
    vehicles: list[str]


class PageEdition(TypedDict):
    """A rate edition and its first day."""

    id: str
    start: str


class MovedName(TypedDict):
    """A question or a choice that has another name now, or none; ``choice`` is None where the whole question moved."""

    question: str
    choice: str | None


class PageAccident(TypedDict):
    """An accident of the outlook."""

    year: int
    kind: str


class PageAccidentKind(TypedDict):
    """What one kind of accident asks, first and folded away, and the answers of its sample."""

    asks: list[str]
    more: list[str]
    sample: dict[str, Answer]


class PageData(TypedDict):
    """What every calculator knows; ``first`` are the first answers, each with those that change with it."""

    questions: dict[str, PageQuestion]
    models: list[PageModel] | list[NamedModel]
    presets: list[PagePreset]
    sample: dict[str, Answer]
    first: dict[str, list[str]]
    editions: list[PageEdition]
    moved: list[MovedName]


class ToolData(PageData):
    """What a tool knows besides: its own questions, and what it asks about accidents."""

    beside: list[str]
    accidents: NotRequired[list[PageAccident]]
    kinds: NotRequired[dict[str, str]]
    accidents_by_kind: NotRequired[dict[str, PageAccidentKind]]
