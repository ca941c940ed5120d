"""What every check of references does: look a name up, and keep what is sound for the checks after it."""

from collections.abc import Callable, Iterable

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


def keep_sound(entries: Fields | Items | None, check: Callable[[Fields], None], report: Report) -> None:
    """Check each entry and take those with problems out, so that the rest can still be proved.

    The book is never made of what is left: one problem is enough to refuse the data.
    """
    if not entries:
        return
    each = dict(entries) if isinstance(entries, dict) else dict(enumerate(entries))
    faulty = set()
    for key, entry in each.items():
        before = len(report.problems)
        check(entry)
        broken = any(isinstance(value, Written) and value.broken for value in entry.values())
        if broken or len(report.problems) > before:
            faulty.add(key)
    if isinstance(entries, dict):
        for key in faulty:
            del entries[str(key)]
    else:
        entries[:] = [entry for key, entry in each.items() if key not in faulty]
