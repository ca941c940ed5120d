"""A change of a file as lines to read: what went, what came, with the numbers of the lines before and after."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from quote_engine.drawing.markup import Html, join, tag

AROUND = 2
"""Unchanged lines shown on either side."""
LONGEST = 60
"""A new file longer than this shows only its beginning."""
Line = tuple[int | None, int | None, str]


@lru_cache(maxsize=128)  # two texts differ for ever in the same way; a page shows the change of a recipe again after each save
def difference(name: str, before: str, after: str) -> Html:
    """One file's change: its name and the lines; a line that went has a minus, one that came a plus."""
    rows = [_row(*line) for line in changed_lines(before, after)]
    more = tag("p", f"ほかに{len(rows) - LONGEST}行あります。", class_="small") if len(rows) > LONGEST else None
    new = "（新しいファイル）" if not before else "（なくなるファイル）" if not after else ""
    label = f"{name} の変更"
    box = tag("div", tag("ol", *rows[:LONGEST]), class_="listing change", tabindex="0", role="group", aria_label=label)
    return join((tag("p", tag("code", name), new, class_="file-name"), box, more))


def changed_lines(before: str, after: str) -> Iterator[Line]:
    """Yield (number before, number after, text); one number is None where the line is new or gone."""
    old, new = before.splitlines(), after.splitlines()
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND)
    for count, group in enumerate(groups):
        if count:
            yield None, None, "…"
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                yield from ((start + i + 1, new_start + i + 1, text) for i, text in enumerate(old[start:end]))
                continue
            yield from ((start + i + 1, None, text) for i, text in enumerate(old[start:end]))
            yield from ((None, new_start + i + 1, text) for i, text in enumerate(new[new_start:new_end]))


def _row(old: int | None, new: int | None, text: str) -> Html:
    kind, sign, said = ("", " ", "") if (old is None) == (new is None) else ("gone", "−", "前 ") if new is None else ("came", "+", "あと ")
    number = new or old
    return tag(
        "li",
        tag("span", number or "", class_="line"),
        tag("span", tag("span", said, class_="vh") if said else None, sign, class_="sign"),
        tag("code", text),
        class_=kind or None,
    )
