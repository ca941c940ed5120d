"""What every result shares: its heading, its edition, the refusal, and what is said where answers have to be mended."""

from collections.abc import Iterable, Mapping
from typing import Any

from quote_engine.drawing.markup import Html, reference_mark, tag
from quote_engine.drawing.sources import source_link
from quote_engine.drawing.words import Say

Data = Mapping[str, Any]


def heading(words: object, mark: Html | None = None, **attributes: object) -> Html:
    """Return a heading, with the mark of a reference amount where there is one."""
    return tag("h2", words, *marked(mark), **attributes)


def marked(mark: Html | None) -> tuple[Html | None, Html | None]:
    """Return the mark of a reference amount as what follows a word; nothing for none."""
    return mark and Html(" "), mark


def edition_line(say: Say, found: Data, class_: str = "small") -> Html:
    """Return which edition a price is of, and that it is one for reference."""
    reference = say("shared.reference") if reference_mark(found["certainty"]) else ""
    return tag("p", reference, say("shared.edition", edition=found["edition_label"]), class_=class_)


def refusal(lead: str, declined: Iterable[Data], class_: str = "reasons", rule: str = "") -> Html:
    """Return why the co-op does not take this car. ``rule`` are the words of the link to each rule; none without."""
    rows = [tag("li", each["message"], *((" ", source_link(each["source"], rule)) if rule else ())) for each in declined]
    return tag("div", tag("p", tag("b", lead)), tag("ul", *rows, class_=class_), class_="note warn")


def unpriced(say: Say, found: Data) -> str:
    """Return the spoken sentence of a result that has no figures: refused, or with answers to be mended; empty for any other."""
    if found["status"] == "declined":
        return say("shared.declined_said") + messages(found["declined"])
    if found["status"] == "invalid":
        return say("shared.mend_said") + messages(found["problems"])
    return ""


def messages(entries: Iterable[Data]) -> str:
    """Return the messages of reasons or problems, one after another."""
    return "".join([each["message"] for each in entries])
