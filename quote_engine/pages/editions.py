"""What the price page shows of two editions: what another start would cost and why, and what has become of an old link."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from quote_engine.drawing.markup import Html, icon, join, reference_mark, tag
from quote_engine.drawing.words import Say
from quote_engine.values.dates import spoken
from quote_engine.values.figures import digits, signed

Data = Mapping[str, Any]


MOST_SHOWN = 2
"""As many reasons as stand in view; the others wait behind a line."""


def edition_box(say: Say, found: Data) -> Html:
    """Return the box of the price under another edition, with the reasons for the difference."""
    before, amount = headline(say, found)
    head = tag("p", tag("b", before, tag("span", amount, class_="nw")), " ", reference_mark(found.get("certainty", "")))
    if found["status"] != "quoted":
        said: list[Html | None] = [tag("ul", *(tag("li", message) for message in found["messages"]), class_="notes")]
        return tag("div", head, *said, class_="note other-edition")
    price = say("editions.price", annual=f"{digits(found['annual'])}円", monthly=f"{digits(found['monthly'])}円", edition=found["label"])
    parts: list[Html | None] = [head, tag("p", price)]
    if "reasons" in found:
        parts += [tag("p", message) for message in found["notes"]]
        parts.append(reasons(say, found, found["edition"]))
    return tag("div", *parts, _way(say, found), class_="note other-edition")


def headline(say: Say, found: Data) -> tuple[str, str]:
    """What another start means, in two parts: the second never breaks into lines."""
    day = spoken(found["start_date"])
    when = say("editions.from_day", day=day) if found["later"] else say("editions.until_day", day=day)
    if found["status"] == "declined":
        return f"{when}、", say("editions.declined")
    if found["status"] == "invalid":
        return f"{when}、", say("shared.mend")
    if "difference" not in found:
        return f"{when}、", say("editions.accepted")
    if found["difference"]:
        return f"{when}、", say("shared.per_year", amount=signed(found["difference"]))
    return when + (say("editions.other_rates") if found["later"] else say("editions.former_rates")), say("editions.same_price")


def _way(say: Say, found: Data) -> Html:
    """The button to that start; before one may apply for it, the day from which one may."""
    year, month, day = (int(part) for part in found["start_date"].split("-"))
    if not found["open"]:
        opens = found["apply_from"]
        return tag("p", say("editions.opens", day=spoken(opens)) if opens else say("editions.closed"))
    answers = json.dumps(found["answers"], ensure_ascii=False, sort_keys=True)
    words = (say("editions.show", day=f"{month}月{day}日"), tag("span", f"（{year}年）", class_="vh"))
    return tag("p", tag("button", *words, type="button", class_="btn", data_act="start", data_answers=answers), class_="scripted")


def reasons(say: Say, change: Data, key: str) -> Html | None:
    """Why, in a line or two; behind another line every reason, and the difference of each cover."""
    rows = [(reason["kind"], _reason(say, reason)) for reason in change["reasons"]]
    if not rows:
        return None
    kinds = {"rates": say("editions.by_rates"), "day": say("editions.by_day")}
    of_rates = all(kind == "rates" for kind, _ in rows)
    sums = [tag("li", f"{kinds[each['kind']]}：{say('shared.per_year', amount=signed(each['yen']))}") for each in change["kinds"]]
    shown = [row for _, row in rows[:MOST_SHOWN]] if of_rates else sums
    behind = [
        part
        for kind, words in kinds.items()
        if (listed := [row for each, row in rows[MOST_SHOWN if of_rates else 0 :] if each == kind])
        for part in (None if of_rates else tag("p", f"{words}："), tag("ul", *listed, class_="notes"))
    ]
    said = say("editions.reasons_and_covers") if behind else say("editions.covers")
    return join((
        tag("ul", *shown, class_="notes"),
        tag("details", tag("summary", said, icon("down")), *behind, _table(say, change["covers"]), data_key=f"change-{key}"),
    ))  # fmt: skip


def _table(say: Say, covers: Sequence[Data]) -> Html:
    rows = [
        tag("tr", tag("th", cover["label"], scope="row"), tag("td", f"{digits(cover['before'])}円", class_="r num"),
            tag("td", f"{digits(cover['after'])}円", class_="r num"), tag("td", signed(cover["difference"]), class_="r num"))
        for cover in covers
    ]  # fmt: skip
    names = (say("editions.cover"), say("editions.before"), say("editions.after"), say("editions.difference"))
    head = tag("tr", *(tag("th", name, scope="col", class_="r" if number else None) for number, name in enumerate(names)))
    caption = tag("caption", say("editions.table"), class_="vh")
    return tag("table", caption, tag("thead", head), tag("tbody", *rows), class_="change")


def _reason(say: Say, reason: Data) -> Html:
    """One reason: what changed, where, and its yen where no other reason has a share in them."""
    yen = reason["yen"]
    amount = join(("、", tag("span", say("shared.per_year", amount=signed(yen)), class_="nw"))) if yen is not None else None
    return tag("li", f"{_covers(say, reason['covers'])}：{reason['text']}", amount)


def _covers(say: Say, labels: Sequence[str]) -> str:
    return "、".join(labels) if len(labels) < 3 else say("editions.several_covers", first=labels[0], count=len(labels))
