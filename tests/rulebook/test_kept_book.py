"""The kept book: the same as the one that is compiled, never stale, and never in the way."""

import shutil

import pytest

from rulebook import binder, kept_book
from rulebook.binder import compile_book
from rulebook.sheets.problem import BrokenData
from tests.data.mistakes import PLAN


@pytest.fixture
def plan(tmp_path, monkeypatch):
    """A copy of the small plan, and a shelf of its own."""
    monkeypatch.setattr(kept_book, "SHELF", tmp_path / "shelf" / "books")
    return shutil.copytree(PLAN, tmp_path / "data")


def _unread(monkeypatch):
    def refuse(_):
        raise AssertionError("the data were read again")

    monkeypatch.setattr(binder, "compile_book", refuse)


def test_the_second_command_gets_the_same_book_without_reading_the_data(plan, monkeypatch):
    first = kept_book.kept_book(plan)
    _unread(monkeypatch)
    assert kept_book.kept_book(plan) == first == compile_book(plan)


def test_a_change_of_the_data_is_seen(plan):
    kept_book.kept_book(plan)
    site = plan / "site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("name:", "name: 新しい"), encoding="utf-8")
    assert kept_book.kept_book(plan)["site"]["name"].startswith("新しい")


def test_broken_data_are_told_and_not_kept(plan):
    (plan / "site.yml").write_text("name: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(BrokenData):
            kept_book.kept_book(plan)
    assert not kept_book.SHELF.exists()


def test_half_a_book_is_read_anew(plan):
    whole = kept_book.kept_book(plan)
    kept = next(kept_book.SHELF.glob("*.json"))
    kept.write_bytes(kept.read_bytes()[:1000])
    assert kept_book.kept_book(plan) == whole


def test_where_nothing_can_be_written_the_book_is_there_all_the_same(plan):
    kept_book.SHELF.parent.write_text("no folder", encoding="utf-8")
    assert kept_book.kept_book(plan) == compile_book(plan)


def test_only_a_few_are_kept(plan):
    for number in range(kept_book.MOST_KEPT + 2):
        (plan / "site.yml").write_text(f"# {number}\n" + (PLAN / "site.yml").read_text(encoding="utf-8"), encoding="utf-8")
        kept_book.kept_book(plan)
    assert len([*kept_book.SHELF.iterdir()]) == kept_book.MOST_KEPT
