"""Joining: whether the co-op takes a car, why not, and which covers it may carry."""

from typing import TYPE_CHECKING

from quote_engine.advice.toolbox import read_asked
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.eligibility import declined_by
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import appraise
from quote_engine.values.periods import month_after

if TYPE_CHECKING:
    from quote_engine.typed.tools import Joining, OwnDamageAllowed, RiderAllowed


def joining(book: Book, raw: object) -> "Joining":
    """Return {"status": joins | declined | invalid, "vehicle", "declined", "own_damage", "riders", "problems"}."""
    asked = read_asked(book, "join", raw)
    appraisal = appraise(book, asked.quote)
    found, facts = appraisal.quote, appraisal.facts
    problems = asked.problems + [each for each in found["problems"] if each["field"] in _asked_about(book) or facts is None]
    if facts is None or facts["vehicle_type"] is None or problems:
        return {"status": "invalid", "declined": [], "riders": [], "problems": problems}
    edition = book.edition_for(appraisal.answered) or book.present
    vehicle = book.vehicles[str(facts["vehicle_type"])]
    declined = declined_by(book, facts)
    return {
        "status": "declined" if declined else "joins",
        "vehicle": {"id": vehicle["id"], "label": vehicle["label"], "detail": vehicle["detail"], "source": vehicle["source"]},
        "declined": declined,
        "own_damage": own_damage(book, facts),
        "riders": [] if declined else riders(book, edition, facts),
        "graded": vehicle["traits"]["graded"],
        "problems": [],
    }


def own_damage(book: Book, facts: Facts) -> "OwnDamageAllowed":
    """Return whether own damage may be chosen, and the reason where not."""
    question = book.questions["own_damage"]
    open_ = [choice for choice in facts.allowed(question) if choice != "none"]
    reasons = [limit["otherwise"] for limit in question["limits"] if facts.holds(limit["when"])]
    return {"allowed": bool(open_), "reason": "" if open_ else _plainly("".join(reasons)), "source": question["source"]}


def riders(book: Book, edition: Edition, facts: Facts) -> "list[RiderAllowed]":
    """Return every rider with whether this kind of car may carry it at all, and why not."""
    found: list[RiderAllowed] = []
    for coverage in edition.coverages:
        if not coverage["rider"]:
            continue
        reasons = [_refused(book, edition, coverage["id"], facts, str(own)) for own in facts.allowed(book.questions["own_damage"])]
        carried = None in reasons
        found.append({"id": coverage["id"], "label": coverage["label"], "what": coverage["what"], "allowed": carried,
                      "reason": "" if carried else _plainly(str(reasons[0])), "source": coverage["source"]})  # fmt: skip
    return found


def _refused(book: Book, edition: Edition, rider: str, facts: Facts, own: str) -> str | None:
    """Return why a new car of this kind with this own damage may not carry the rider; None where it may."""
    new = {"first_registered": month_after(str(facts["start_date"] or edition.start)[:7], -1)}
    trial = Facts(book, edition, {**facts.answered, **new, "own_damage": own, rider: True})
    if trial[rider] is True:
        return None
    note = trial.notes.get(f"dropped.{rider}")
    return note["message"] if note else ""


def _plainly(reason: str) -> str:
    """Return a limit's words without what a quote adds: that it left the cover out."""
    return reason.removesuffix("外しました。").removesuffix("外して計算しました。")


def _asked_about(book: Book) -> set[str]:
    return {name for group in book.data["tools"]["join"]["ask"] for name in group["questions"]} | {""}
