"""The results of a file of cases that a recipe adds: filled in as ``cases --write`` does, so that no figure is typed."""

from pathlib import Path

from difference.case_figures import write
from difference.case_results import expectations
from quote_engine.book import Book
from quote_engine.compiler import compile_book
from quote_engine.library import read_library
from quote_engine.problem import Report


def fill(data: Path, file: str) -> None:
    """Write what the cases of ``file`` (its path below ``data``) come to; raises ``BrokenData``."""
    book = Book(compile_book(data))
    cases = read_library(data, Report()).cases
    write(data, [each for each in expectations(book, {file: cases[file]}) if each.said != each.now])
