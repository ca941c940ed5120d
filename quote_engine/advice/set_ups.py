"""Set-ups: every allowed combination of levels in one direction, in independent parts whose premiums add up."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from quote_engine.advice.ladders import Ladder
from quote_engine.advice.prices import Prices
from quote_engine.premium.answers import Value
from quote_engine.premium.facts import Facts

Values = dict[str, Value]


class Option(NamedTuple):
    """One way to set the questions of a part: yen a year, steps away from the present, the questions' values."""

    annual: int
    steps: int
    values: Values


Part = list[Option]


class Open(NamedTuple):
    """A ladder with the level it stands at and those that may be chosen instead."""

    ladder: Ladder
    now: int
    levels: range

    def steps(self, value: Value) -> int:
        """Return how many steps ``value`` lies from the present level."""
        return abs(self.ladder.levels.index(value) - self.now)


def opened(ladders: Sequence[Ladder], facts: Facts, direction: str) -> list[Open]:
    """Return the ladders with the levels open in one direction (cheaper, safer), the present one first."""
    found = []
    for ladder in ladders:
        value = facts[ladder.question]
        if value is None or value not in ladder.levels:
            continue
        now = ladder.levels.index(value)
        last = -1 if direction == "cheaper" else len(ladder.levels)
        found.append(Open(ladder, now, range(now, last, -1 if direction == "cheaper" else 1)))
    return found


def parts(prices: Prices, opens: Sequence[Open], present: Mapping[str, Value]) -> list[Part]:
    """Return one part for each group of questions whose premiums hang together; every option settled and priced.

    Values that the limits change are taken as they settle, the one with the fewest steps; a question that
    is not asked under an option keeps its present value, so that no change without effect is proposed.
    """
    by_name = {each.ladder.question: each for each in opens}
    found: list[Part] = []
    for names in _groups(prices, list(by_name)):
        coverages = [id_ for id_, keys in prices.keys.items() if set(keys) & set(names)]
        options: dict[tuple[Value, ...], Option] = {}
        levels = [[by_name[name].ladder.levels[level] for level in by_name[name].levels] for name in names]
        for chosen in product(*levels):
            wanted = dict(zip(names, chosen, strict=True))
            values = prices.settled(wanted, present)
            if any(values[name] not in by_name[name].ladder.levels for name in names):
                continue
            steps = sum(by_name[name].steps(wanted[name]) for name in names)
            key = tuple(values.values())
            if key not in options or steps < options[key].steps:
                everything = {**present, **values}
                options[key] = Option(sum(prices.line(id_, everything) for id_ in coverages), steps, values)
        found.append(sorted(options.values(), key=lambda option: (option.steps, -option.annual)))
    return found


def combined(all_parts: Sequence[Part], least: int, most: int, steps: int) -> Iterator[tuple[int, Values]]:
    """Yield (yen, values) of every combination of exactly ``steps`` steps whose premium lies from ``least`` to ``most``."""
    cheapest = _cheapest(all_parts, steps)

    def walk(index: int, spent: int, left: int, values: Values) -> Iterator[tuple[int, Values]]:
        if index == len(all_parts):
            if not left and spent >= least:
                yield spent, values
            return
        for option in all_parts[index]:
            rest = left - option.steps
            if rest < 0 or cheapest[index + 1][rest] is None:
                continue
            if spent + option.annual + (cheapest[index + 1][rest] or 0) <= most:
                yield from walk(index + 1, spent + option.annual, rest, values | option.values)

    yield from walk(0, 0, steps, {})


def fewest_steps(all_parts: Sequence[Part], most: int) -> int | None:
    """Return the fewest steps with which the premium is at most ``most`` yen; None where it never is."""
    furthest = sum(max(option.steps for option in part) for part in all_parts)
    whole = _cheapest(all_parts, furthest)[0]
    fitting = [steps for steps, yen in enumerate(whole) if yen is not None and yen <= most]
    return fitting[0] if fitting else None


def _cheapest(all_parts: Sequence[Part], most_steps: int) -> list[list[int | None]]:
    """Return, for the parts from each one on and each number of steps, the least they can cost."""
    rows: list[list[int | None]] = [[0] + [None] * most_steps]
    for part in reversed(all_parts):
        after, row = rows[0], [None] * (most_steps + 1)
        least: dict[int, int] = {}
        for option in part:
            least[option.steps] = min(option.annual, least.get(option.steps, option.annual))
        for steps, yen in least.items():
            for rest in range(most_steps - steps + 1):
                more = after[rest]
                if more is not None and (row[steps + rest] is None or yen + more < (row[steps + rest] or 0)):
                    row[steps + rest] = yen + more  # type: ignore[call-overload]  # a list of None is typed narrowly
        rows.insert(0, list(row))
    return rows


def _groups(prices: Prices, names: list[str]) -> list[list[str]]:
    """Return the questions in groups: together when a coverage or a limit looks at both."""
    groups = [{name} for name in names]
    linked = [set(keys) & set(names) for keys in prices.keys.values()]
    linked += [set(others) & set(names) for others in prices.linked.values()]
    for together in linked:
        touched = [group for group in groups if group & together]
        if len(touched) > 1:
            groups = [group for group in groups if group not in touched] + [set().union(*touched)]
    return [[name for name in names if name in group] for group in groups]
