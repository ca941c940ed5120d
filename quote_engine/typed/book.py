"""The book: everything the engine answers from, as ``rulebook.binder`` compiles it."""

from typing import Any, Literal, NotRequired, TypedDict

from quote_engine.typed.accidents import Accidents, Story
from quote_engine.typed.common import Answers, Choice, Document, Kind, Value
from quote_engine.typed.edition import CompiledCondition, EditionData, Limit

Default = TypedDict(
    "Default", {"when": CompiledCondition | None, "is": NotRequired[Value | None], "trait": NotRequired[str], "note": str}
)
"""What a question stands at without an answer: ``is``, or the vehicle's ``trait``. (``is`` is a word of Python.)"""


class Message(TypedDict):
    """What is told under a condition."""

    when: CompiledCondition
    message: str


class QuestionData(TypedDict):
    """A question of the quote."""

    id: str
    label: str
    kind: Kind
    section: str
    help: str
    unit: str | None
    unit_label: str
    first: bool
    in_form: bool
    eligibility: bool
    choices: list[Choice]
    at_least: int | None
    at_most: int | None
    step: int | None
    from_model: str | None
    shown: CompiledCondition | None
    default: list[Default]
    limits: list[Limit]
    refusals: list[Message]
    warnings: list[Message]
    source: str


class Model(TypedDict):
    """A model of car by its 型式."""

    id: str
    name: str
    maker: str
    yomi: str
    vehicle_type: str
    class_basic: int
    class_vehicle: int
    launched: str
    aeb: bool


class Question(QuestionData):
    """A question as the engine asks it: that of the model with all models, the others with none."""

    models: dict[str, Model]


class ToolQuestion(TypedDict):
    """A question that only a tool asks."""

    id: str
    label: str
    kind: Kind
    section: str
    help: str
    unit: str | None
    unit_label: str
    choices: list[Choice]
    default: Value | None
    at_least: int | None
    at_most: int | None
    step: None
    shown: CompiledCondition | None


class Traits(TypedDict):
    """What the kind of vehicle brings along; each is a fact of its own."""

    wheels: Literal["four", "two"]
    class_scale: str
    highest_class: int | None
    middle_class: int | None
    graded: bool
    own_damage_carried: Literal["allowed", "unless_dump_body", "never"]
    first_inspection_months: int | None


class Vehicle(TypedDict):
    """A kind of vehicle."""

    id: str
    label: str
    detail: str
    traits: Traits
    source: str


class EligibilityRule(TypedDict):
    """When the co-op does not take a car."""

    id: str
    field: str
    when: CompiledCondition
    message: str
    source: str


class Migration(TypedDict):
    """What became of a question or a choice."""

    question: str
    choice: str | None
    to: str | None
    message: str


class Section(TypedDict):
    """A section of the form."""

    id: str
    label: str


class Preset(TypedDict):
    """A set-up with a name."""

    id: str
    label: str
    detail: str
    wheels: str
    answers: Answers
    source: Document


class Example(TypedDict):
    """A model case."""

    id: str
    label: str
    preset: str
    answers: Answers


Move = TypedDict(
    "Move",
    {
        "id": str, "label": str, "question": str, "from": Value, "to": Value, "direction": Literal["cheaper", "safer"],
        "effect": str, "adds": bool,
    },
)  # fmt: skip
"""A step between neighbouring levels of a cover. (``from`` is a word of Python.)"""


class Asks(TypedDict):
    """A group of a tool's questions."""

    title: str
    folded: bool
    questions: list[str]


class ToolData(TypedDict):
    """A tool: what it asks, in which order, with which example."""

    title: str
    ask: list[Asks]
    questions: dict[str, ToolQuestion]
    sample: Answers


class Words(TypedDict):
    """What the engine's screens say, by id; a counter's words each stand behind the largest number that they are used for."""

    texts: dict[str, str]
    counters: dict[str, list[list[int | str | None]]]


class AnnouncedChange(TypedDict):
    """What an announced revision changes, and the accidents, covers and answers that it touches."""

    id: str
    what: str
    accidents: list[str]
    own_damage: list[str]
    coverages: list[str]
    asked: list[str]


class AnnouncedRevision(TypedDict):
    """A revision of the product that was announced, whether or not an edition follows it."""

    start: str
    changes: list[AnnouncedChange]


class BookData(TypedDict):
    """The book."""

    format: int
    site: dict[str, Any]
    contacts: list[dict[str, Any]]
    sources: dict[str, dict[str, str]]
    sections: list[Section]
    questions: list[QuestionData]
    vehicles: list[Vehicle]
    models: list[Model]
    models_note: str
    eligibility: list[EligibilityRule]
    migrations: list[Migration]
    presets: list[Preset]
    examples: list[Example]
    moves: list[Move]
    accidents: Accidents
    stories: list[Story]
    tools: dict[str, ToolData]
    overlaps: dict[str, Any]
    dates: dict[str, Any]
    transfer: dict[str, dict[str, Any]]
    words: Words
    revisions: list[AnnouncedRevision]
    editions: list[EditionData]
    present: NotRequired[str]
    holidays: NotRequired[dict[str, str]]
