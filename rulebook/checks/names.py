"""What every check of references does: look a name up, and tell of each entry that does not hold."""

from collections.abc import Callable, Iterable
from typing import Any

from rulebook.checks.told import Told
from rulebook.shapes.conditions import Written
from rulebook.shapes.shape import Fields, Items, near
from rulebook.sheets.problem import Place, Report


def check_name(name: str | None, known: Iterable[str | None] | None, place: Place, what: str, report: Report) -> bool:
    """Report a ``name`` that is not known; tell whether it is. None was reported when it was read.

    Where the list of ``known`` names could not be read itself (None, or marked so), that was told, and nothing is said of the name.
    """
    if known is None or getattr(known, "unread", False):
        return False
    known = list(known)
    words = [each for each in known if each is not None]
    if name is None or name in words:
        return name is not None
    if None in known:  # one name there could not be read, which was told: it may be this
        return False
    report.add(place, f"「{name}」という{what}はありません。", near(name, words))
    return False


def check_names(names: Items | None, known: Iterable[str | None] | None, what: str, report: Report) -> None:
    """Report each of ``names`` that is not known."""
    if known is None or getattr(known, "unread", False):
        return
    known = list(known)
    for name, place in zip(names or [], names.places if names else [], strict=False):
        check_name(name, known, place, what, report)


def check_origin(entry: Fields, head: Fields, place: Place, what: str, report: Report) -> None:
    """Report an entry that does not say how certain it is and where it is from; the head of its file may."""
    for key, title in (("certainty", "公表か参考か"), ("source", "出典")):
        if entry.get(key) is None and head.get(key) is None:
            report.add(place, f"この{what}に {key}（{title}）がありません。", f"ここか、ファイルの先頭に {key} を書いてください。")


def check_each(entries: Fields | Items | None, check: Callable[[Any], None], told: Told, report: Report) -> None:
    """Check each entry; those with problems are ``told``, so that the rest can still be proved."""
    for entry in list(entries.values() if isinstance(entries, dict) else entries or ()):
        before = len(report.problems)
        check(entry)
        if len(report.problems) > before or any(value in told for value in entry.values() if isinstance(value, Written)):
            told.add(entry)
