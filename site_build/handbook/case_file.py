"""A file of cases that a recipe adds, with what each comes to: the engine is asked, so that no figure is typed."""

from pathlib import Path
from typing import Any

from quote_engine.book import Book
from quote_engine.compiler import examine
from quote_engine.quote import quote


def case_file(edit: dict[str, Any], root: Path) -> str | None:
    """Return the text of ``{file, comment, cases: {id: {why, answers}}}`` for the data below ``root``; None where they are broken."""
    data = examine(root / "data")[0]
    if data is None:
        return None
    book = Book(data)
    lines = [f"# {edit['comment']}", "cases:"]
    for name, case in edit["cases"].items():
        answers = {key: str(value) for key, value in case["answers"].items()}
        found = quote(book, answers)
        priced = {line["coverage"]: line["annual"] for line in found["lines"] if line["annual"]}
        lines += [
            f"  {name}:",
            f"    why: {case['why']}",
            "    answers:",
            *(f"      {key}: {value}" for key, value in answers.items()),
            "    expect:",
            f"      status: {found['status']}",
            f"      annual: {found.get('annual')}",
            f"      monthly: {found.get('monthly')}",
            f"      lines: {{{', '.join(f'{key}: {value}' for key, value in priced.items())}}}",
        ]
    return "\n".join(lines) + "\n"
