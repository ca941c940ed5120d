"""What the price page asks about editions: the price under another one, and what a link under an old one meant."""

from typing import TYPE_CHECKING

from quote_engine.drawing.markup import Html, join, tag
from quote_engine.drawing.words import Say
from quote_engine.pages.editions import edition_box, headline, reasons
from quote_engine.premium.book import Book
from quote_engine.replies.asked import Answerer, Request
from quote_engine.revisions.old_link import old_link
from quote_engine.revisions.other_edition import other_editions
from quote_engine.values.dates import spoken
from quote_engine.values.figures import signed

if TYPE_CHECKING:
    from quote_engine.typed.revisions import EditionsReply, LinkReply


def other_editions_reply(book: Book, request: Request) -> "EditionsReply":
    """Return ``{html, status}`` for the editions near the start date; both empty where there is none."""
    say, back = Say(book.data["words"]), request.get("back")
    found = other_editions(book, request.get("answers"), back if isinstance(back, str) else None)
    said = "".join("".join(headline(say, each)) + "。" for each in found)
    return {"html": join(edition_box(say, each) for each in found), "status": said}


def old_link_reply(book: Book, request: Request) -> "LinkReply":
    """Return ``{html, answers}``: what is said of an old link, and its answers under their present names."""
    say, found = Say(book.data["words"]), old_link(book, request)
    said = [say("editions.link_passed", day=spoken(found["passed"]))] if found["passed"] else []
    said += [say("editions.link_made_under", edition=found["made_under"])] if found["made_under"] else []
    now = [say("editions.link_start", day=spoken(found["start_date"]))] if found["passed"] and found["start_date"] else []
    now += [say("editions.link_edition", edition=found["label"])] if found["label"] and said else []
    parts: list[Html | None] = [tag("p", tag("b", *said)) if said else None, tag("p", *now) if now else None]
    parts += [tag("p", message) for message in found["moved"]]
    if found["change"]:
        difference = found["change"]["difference"]
        if said or difference:
            moved = say("editions.link_difference", difference=signed(difference)) if difference else say("editions.link_same")
            parts.append(tag("p", moved))
        parts += [tag("p", message) for message in found["change"]["notes"] if message not in found["moved"]] if said else []
        parts.append(reasons(say, found["change"], "link"))
    html = join(parts)
    return {"html": tag("div", html, class_="note") if html else "", "answers": found["answers"]}


ASKS: dict[str, Answerer] = {
    "other_editions": lambda book, request: {"other_editions": other_editions_reply(book, request)},
    "old_link": lambda book, request: {"old_link": old_link_reply(book, request)},
}
