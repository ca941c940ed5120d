"""Compile the data folder into the book: checked YAML in, one plain JSON value out.

Its shape stands in ``quote_engine.typed.book``.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from quote_engine.premium.book import FORMAT, Book
from rulebook.binding.edition import compile_edition
from rulebook.binding.payouts import compile_accidents, compile_stories
from rulebook.binding.questions import compile_questions, compile_vehicles, said
from rulebook.binding.revisions import compile_revisions
from rulebook.binding.tools import compile_tools
from rulebook.binding.words import compile_words
from rulebook.checks.all import check_references
from rulebook.checks.proof import prove
from rulebook.declared.files import REVISIONS_FILE
from rulebook.library import Library, read_library
from rulebook.sheets.problem import BrokenData, Problem, Report

if TYPE_CHECKING:
    from quote_engine.typed.book import BookData


def compile_book(data: str | Path) -> "BookData":
    """Return the book of the data folder; raise ``BrokenData`` with every problem found."""
    root = Path(data)
    book, problems = examine(root)
    if book is None or problems:
        raise BrokenData(problems, root)
    return book


def examine(root: Path) -> "tuple[BookData | None, list[Problem]]":
    """Return the book (None if it cannot be made) and every problem of the data folder.

    Three nets: spelling and shape, references between files, and the proof that every allowed
    answer finds a rate. All three are cast every time, so that an editor sees everything at once;
    what one net caught is left out of the next.
    """
    book, problems = assembled(root)
    return book, problems if book is None else doubts(book)


def assembled(root: Path) -> "tuple[BookData | None, list[Problem]]":
    """Do the same as ``examine``, but where the book can be made, its proof is left to ``doubts``."""
    report = Report()
    library = read_library(root, report)
    if not library.complete:
        return None, sorted(report.problems)
    told = check_references(library, report)
    if report.problems:
        # What is left of broken data may not hold together; it is proved as far as it does.
        with suppress(Exception):
            prove(Book(_assemble(told.sound(library))), report)
        return None, sorted(report.problems)
    return _assemble(library), []


def doubts(book: "BookData") -> list[Problem]:
    """Return the third net's catch: allowed answers without a rate, rates without an answer."""
    report = Report()
    prove(Book(book), report)
    return sorted(report.problems)


def _assemble(library: Library) -> "BookData":
    files = library.files
    vehicles = compile_vehicles(files["vehicles.yml"])
    questions = compile_questions(library, vehicles)
    by_id = {question["id"]: question for question in questions}
    book = {
        "format": FORMAT,
        "site": dict(files["site.yml"]),
        "contacts": [_desk(contact) for contact in files["contacts.yml"]["contacts"] if not contact["only_guide"]],
        # Their addresses stay behind: only the page about the site shows them.
        "sources": {name: {key: value for key, value in source.items() if key != "address"} for name, source in files["sources.yml"]["sources"].items()},
        "sections": [{"id": id_, "label": label} for id_, label in files["questions.yml"]["sections"].items()],
        "questions": questions,
        "vehicles": vehicles,
        "models": [dict(model) for model in files["models.yml"]["models"]],
        "models_note": files["models.yml"]["note"],
        "eligibility": [
            {
                "id": id_,
                "field": rule["question"],
                "when": rule["when"],
                "message": said(rule["message"], rule["when"], by_id),
                "source": f"data/eligibility.yml:{files['eligibility.yml']['rules'].at(id_).line}",
            }
            for id_, rule in files["eligibility.yml"]["rules"].items()
        ],
        "migrations": [
            {key: rule[key] for key in ("question", "choice", "to", "message")}
            for rule in files["migrations.yml"]["migrations"]
            if rule["from"] is None  # a dated one closes a question or choice under later editions only
        ],
        "presets": _named(files["presets.yml"]["presets"]),
        "examples": [
            {**example, "answers": {**files["presets.yml"]["presets"][example["preset"]]["answers"], **example["answers"]}}
            for example in _named(files["examples.yml"]["examples"])
        ],
        "moves": _named(files["moves.yml"]["moves"]),
        "accidents": compile_accidents(files["accidents.yml"]),
        "stories": compile_stories(files["stories.yml"]),
        **compile_tools(library, by_id),
        "revisions": compile_revisions(files.get(REVISIONS_FILE)),
        "editions": [compile_edition(edition, library, by_id) for edition in library.editions],
        "words": compile_words(library, "engine"),
    }
    return cast("BookData", book)  # a test holds it against the type, key by key


def _desk(contact: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in contact.items() if key != "only_guide"}


def _named(fields: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": id_, **entry} for id_, entry in fields.items()]
