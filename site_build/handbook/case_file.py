"""The results of a file of cases that a recipe adds: filled in as ``cases --write`` does, so that no figure is typed."""

from pathlib import Path

from difference.case_figures import write
from difference.case_results import expectations
from quote_engine.premium.book import Book
from rulebook.binder import compile_book
from rulebook.library import read_library
from rulebook.sheets.problem import Report


def fill(data: Path, file: str) -> None:
    """Write what the cases of ``file`` (its path below ``data``) come to; raises ``BrokenData``."""
    book = Book(compile_book(data))
    cases = read_library(data, Report()).cases
    write(data, [each for each in expectations(book, {file: cases[file]}) if each.said != each.now])
