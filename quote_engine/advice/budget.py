"""A budget: the set-ups nearest to the present one that it pays for, and every single change ranked by what it costs."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

from quote_engine.advice.ladders import ladders
from quote_engine.advice.prices import Prices
from quote_engine.advice.set_ups import Open, Values, combined, fewest_steps, opened, parts
from quote_engine.advice.toolbox import Asked, read_asked
from quote_engine.premium.book import Book, Edition
from quote_engine.premium.facts import Facts
from quote_engine.premium.quote import Appraisal, appraise, pay, quote

if TYPE_CHECKING:
    from quote_engine.typed.tools import Budget, Direction, Idea, SingleChange


WHO_DRIVES = "drivers"
"""The section of questions that say who drives: changed only when the visitor allows it."""
MOST_IDEAS = 4
MOST_TRIED = 400
"""Combinations looked at for one number of steps; those of a tie beyond it are as good as those before."""
MOST_STEPS_UP = 3


def budget(book: Book, raw: object) -> "Budget":
    """Return what fits a budget of N yen a month or a year.

    {"status", "budget", "per", "now": {annual, monthly}, "fits", "direction", "ideas": [{annual, monthly,
    difference, monthly_difference, changes, lost, gained, answers}], "least": the dearest saving where nothing
    fits, "changes": {"cheaper": […], "safer": […]}, "problems"}. Every idea is a full quote of its answers.
    """
    asked = read_asked(book, "ideas", raw)
    present = appraise(book, asked.quote)
    found = present.quote
    problems = asked.problems + [each for each in found["problems"] if each not in asked.problems]
    nothing: Budget = {"status": "invalid", "budget": asked.own["budget"], "per": asked.own["per"], "problems": problems,
                       "ideas": [], "least": None, "changes": {"cheaper": [], "safer": []}}  # fmt: skip
    if problems or present.facts is None:
        return nothing
    if found["status"] == "declined":
        return {**nothing, "status": "declined", "declined": found["declined"]}
    edition = book.edition_on(str(present.facts["start_date"])) or book.present
    most = most_annual(edition, asked.own["budget"], asked.own["per"])
    fits = found["annual"] <= most
    search = _Search(book, edition, present, asked)
    direction: Direction = "safer" if fits else "cheaper"
    ideas, least = search.stronger(most) if fits else search.weaker(most)
    return {
        **nothing,
        "status": "quoted",
        "edition_label": found["edition_label"],
        "certainty": found["certainty"],
        "now": {"annual": found["annual"], "monthly": found["monthly"]},
        "most_annual": most,
        "fits": fits,
        "direction": direction,
        "ideas": ideas,
        "least": least,
        "changes": {"cheaper": search.single_changes("cheaper"), "safer": search.single_changes("safer")},
    }


def most_annual(edition: Edition, amount: int, per: str) -> int:
    """Return the highest yearly premium that ``amount`` yen a month (or a year) pays for."""
    if per == "year":
        return amount
    low, high = 0, amount * edition.payment["instalments"] + edition.payment["unit"] * edition.payment["instalments"]
    while low < high:
        middle = (low + high + 1) // 2
        if pay(middle, edition)["monthly"] <= amount:
            low = middle
        else:
            high = middle - 1
    return low


class _Search:
    """The search around one visitor's present set-up."""

    def __init__(self, book: Book, edition: Edition, present: Appraisal, asked: Asked) -> None:
        self.book, self.now, self.raw = book, present.quote, asked.quote
        self.answered, self.facts = present.answered, present.facts or Facts(book, edition, {})
        self.edition = edition
        known = [ladder for ladder in ladders(book) if self.facts[ladder.question] in ladder.levels]
        self.who = [each for each in known if book.questions[each.question]["section"] == WHO_DRIVES]
        self.covers = [each for each in known if each not in self.who]
        self.ladders = {each.question: each for each in known}
        self.may_change_drivers = bool(asked.own["change_drivers"])
        self.prices = Prices(book, edition, present.answered, self.ladders)
        self.present: Values = {name: self.facts[name] for name in self.ladders}  # type: ignore[misc]  # levels, never None

    def weaker(self, most: int) -> "tuple[list[Idea], Idea | None]":
        """Return the set-ups of at most ``most`` yen with the fewest steps down; else the cheapest of all."""
        drivers = [(context, parts(self.prices, self._open("cheaper"), context)) for context in self._contexts("cheaper")]
        reach = [
            (steps + self._away(context), context)
            for context, all_parts in drivers
            if (steps := fewest_steps(all_parts, most - self._fixed(context))) is not None
        ]
        if not reach:
            return [], self._least(drivers)
        found: list[tuple[int, Values]] = []
        first = min(steps for steps, _ in reach)
        for steps in range(first, first + 3):
            tried = [
                (annual + self._fixed(context), context | values)
                for context, all_parts in drivers
                for annual, values in _some(combined(all_parts, 0, most - self._fixed(context), steps - self._away(context)))
            ]
            found += sorted(tried, key=lambda each: -each[0])
            if len(self._distinct(found)) >= MOST_IDEAS:
                break
        return [self._idea(values) for values in self._distinct(found)[:MOST_IDEAS]], None

    def stronger(self, most: int) -> "tuple[list[Idea], None]":
        """Return the set-ups nearest below ``most`` yen with a few steps up."""
        found: list[tuple[int, Values]] = []
        for context in self._contexts("safer"):
            all_parts, fixed, away = parts(self.prices, self._open("safer"), context), self._fixed(context), self._away(context)
            for steps in range(MOST_STEPS_UP + 1 - away):
                if steps + away:
                    tried = combined(all_parts, self.now["annual"] - fixed, most - fixed, steps)
                    found += [(annual + fixed, context | values) for annual, values in _some(tried)]
        found.sort(key=lambda each: -each[0])
        return [self._idea(values) for values in self._distinct(found)[:MOST_IDEAS]], None

    def single_changes(self, direction: str) -> "list[SingleChange]":
        """Return every change of one question in one direction, those that change the premium most (or cost least) first."""
        found = []
        for each in opened([*self.covers, *self.who], self.facts, direction):
            name = each.ladder.question
            for level in list(each.levels)[1:]:
                values = self.present | {name: each.ladder.levels[level]}
                settled = self.prices.settled({name: values[name]}, values)
                if settled[name] != values[name] or not self._sound(values):
                    continue
                difference = self.prices.annual(values) - self.now["annual"]
                if (difference < 0) if direction == "cheaper" else (difference >= 0):
                    found.append(self._change(each, level, difference))
        return sorted(found, key=lambda change: change["difference"])

    def _change(self, each: Open, level: int, difference: int) -> "SingleChange":
        name = each.ladder.question
        return {
            "question": name,
            "label": each.ladder.passed(each.now, level)[-1]["label"],
            "difference": difference,
            "monthly_difference": pay(self.now["annual"] + difference, self.edition)["monthly"] - self.now["monthly"],
            "effects": each.ladder.effects(each.now, level),
            "answers": {**self.raw, **self.present, name: each.ladder.levels[level]},
        }

    def _idea(self, values: Values) -> "Idea":
        """Return one set-up as a full quote, with what changes, what is lost and what is gained."""
        # Every level is written out: an answer that a limit had set aside must not come back with the change.
        answers = {**self.raw, **values}
        priced = quote(self.book, answers)
        changes: list[str] = []
        lost: list[str] = []
        gained: list[str] = []
        for name, ladder in self.ladders.items():
            start, end = ladder.levels.index(self.present[name]), ladder.levels.index(values[name])
            if start == end:
                continue
            changes.append(ladder.passed(start, end)[-1]["label"])
            (lost if end < start else gained).extend(ladder.effects(start, end))
        known = {note["id"] for note in self.now["notes"]}
        lost += [note["message"] for note in priced["notes"] if note["kind"] == "dropped" and note["id"] not in known]
        return {
            "annual": priced["annual"],
            "monthly": priced["monthly"],
            "difference": priced["annual"] - self.now["annual"],
            "monthly_difference": priced["monthly"] - self.now["monthly"],
            "changes": changes,
            "lost": lost,
            "gained": gained,
            "answers": answers,
        }

    def _least(self, drivers: list[tuple[Values, Any]]) -> "Idea":
        """Return the cheapest set-up of all; of equal ones the one with the fewest steps."""
        found = []
        for context, all_parts in drivers:
            cheapest = [min(part, key=lambda option: (option.annual, option.steps)) for part in all_parts]
            values: Values = dict(context)
            for option in cheapest:
                values |= option.values
            found.append((self._fixed(context) + sum(option.annual for option in cheapest), self._away(context), values))
        return self._idea(min(found, key=lambda each: each[:2])[2])

    def _open(self, direction: str) -> list[Open]:
        return opened(self.covers, self.facts, direction)

    def _contexts(self, direction: str) -> Iterator[Values]:
        """Yield who may drive: as it is, and the other ways in this direction if they may change."""
        opens = opened(self.who if self.may_change_drivers else [], self.facts, direction)
        for chosen in product(*([each.ladder.levels[level] for level in each.levels] for each in opens)):
            values = {each.ladder.question: value for each, value in zip(opens, chosen, strict=True)}
            if self._sound(values):
                yield self.present | values

    def _sound(self, values: Values) -> bool:
        """Tell whether a change of who drives can be priced and brings no new warning, such as a driver too young."""
        facts = self.prices.facts(values)
        rules = [rule for _, rule in self.book.refusals] + [
            rule for _, rule in self.book.warnings if not self.facts.holds(rule["when"])
        ]
        return not any(facts.holds(rule["when"]) for rule in rules)

    def _away(self, context: Values) -> int:
        """Return how many steps the drivers of ``context`` lie from the present ones."""
        return sum(
            abs(each.levels.index(context[each.question]) - each.levels.index(self.present[each.question])) for each in self.who
        )

    def _fixed(self, context: Values) -> int:
        """Return what the coverages cost that no choice of cover touches."""
        names = {each.question for each in self.covers}
        return sum(self.prices.line(id_, context) for id_, keys in self.prices.keys.items() if not set(keys) & names)

    def _distinct(self, found: list[tuple[int, Values]]) -> list[Values]:
        """Return the set-ups in order, without any that changes what an earlier one does and more."""
        kept: list[tuple[set[Any], Values]] = []
        for _, values in found:
            changed = {(name, value) for name, value in values.items() if value != self.present[name]}
            if changed and not any(changed >= earlier or changed <= earlier for earlier, _ in kept):
                kept.append((changed, values))
        return [values for _, values in kept]


def _some(found: Iterator[tuple[int, Values]]) -> list[tuple[int, Values]]:
    """Return the first combinations; there can be thousands, and a handful is shown."""
    return [each for each, _ in zip(found, range(MOST_TRIED), strict=False)]
