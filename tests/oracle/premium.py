"""The oracle: the same premiums a second time, by other means, to hold the engine against.

It reads the YAML as plain text, keeps amounts as ``Fraction`` and shares no code with the engine.

    python tests/oracle.py data/cases/*.yml      write the expected results into case files

The cases are the record of what was meant: read the difference before you keep it.
"""

import re
import sys
from calendar import monthrange
from fractions import Fraction
from pathlib import Path
from textwrap import wrap

import yaml

from tests.oracle.visitor import EDITIONS, Text, Visitor, models, read


def expected(raw: Text) -> Text:
    """What the quote for these answers must say: status, yen by coverage, ids of notes, problems."""
    if not raw:
        return {"status": "invalid", "problems": [""]}
    given = {key: str(value).lower() if isinstance(value, bool) else str(value) for key, value in raw.items()}
    problems = unreadable(given)
    given = {key: value for key, value in given.items() if key not in problems}
    problems += [need for need in ("start_date", "vehicle_type") if need not in given and need not in problems]
    if given.get("start_date", "9999") < min(EDITIONS):
        return {"status": "invalid", "problems": sorted([*problems, "start_date"])}
    if {"start_date", "vehicle_type"} <= given.keys():
        visitor = Visitor(given)
        problems += [field for field in visitor.refused() if field not in problems]
    if problems:
        return {"status": "invalid", "problems": sorted(problems)}
    result: Text = {"status": "quoted", "lines": {}, "notes": sorted(visitor.notes | visitor.missed())}
    declined = visitor.declined()
    if declined:
        return {**result, "status": "declined", "declined": declined}
    result["lines"] = {coverage: to_tens(visitor.premium(coverage)) for coverage in visitor.covers()}
    annual = sum(result["lines"].values())
    return {**result, "annual": annual, "monthly": to_tens(visitor.instalment(annual))}


def to_tens(yen: Fraction) -> int:
    """Round to 10 yen, half up."""
    return int((yen + 5) // 10 * 10)


def unreadable(given: dict[str, str]) -> list[str]:
    """The questions that do not exist or whose answers are not among what they understand."""
    questions = read("questions.yml")["questions"]
    riders = {rider for edition in EDITIONS for rider in read(f"editions/{edition}/riders.yml")["riders"]}
    kinds = {name: question["kind"] for name, question in questions.items()} | dict.fromkeys(riders, "flag")
    return [name for name, text in given.items() if name not in kinds or not fits(kinds[name], questions.get(name, {}), text)]


def fits(kind: str, question: Text, text: str) -> bool:
    match kind:
        case "choice":
            return text in question.get("choices", read("vehicles.yml")["vehicles"])
        case "flag":
            return text in ("true", "false")
        case "integer":
            whole = re.fullmatch("-?[0-9]{1,15}", text)
            bounds = int(question["at_least"]), int(question["at_most"])
            return bool(whole) and bounds[0] <= int(text) <= bounds[1] and int(text) % int(question.get("step", 1)) == 0
        case "model":
            return text in models()
    day = re.fullmatch("([0-9]{4})-([0-9]{2})" + ("-([0-9]{2})" if kind == "date" else "(01)?"), text)
    if not day or not (int(day[1]) and 1 <= int(day[2]) <= 12):
        return False
    return 1 <= int(day[3] or 1) <= monthrange(int(day[1]), int(day[2]))[1]


def case_text(result: Text) -> str:
    """The ``expect`` of a case as it stands in its file; automatic covers without a premium stay unsaid."""
    covers = read("coverages.yml")["coverages"]
    unsaid = {name for name in covers if covers[name].get("automatic") == "true" and not result.get("lines", {}).get(name)}
    lines = [f"{name}: {yen}" for name, yen in result.get("lines", {}).items() if name not in unsaid]
    rows = [f"{key}: {result[key]}" for key in ("status", "annual", "monthly") if key in result]
    rows += [folded("lines: {" + ", ".join(lines) + "}")] if lines else []
    rows += [
        folded(f"{key}: [{', '.join(result[key])}]")
        for key in ("notes", "declined", "problems")
        if result.get(key)
    ]
    return "    expect:\n" + "".join(f"      {row}\n" for row in rows)


def folded(row: str) -> str:
    """A long list over several lines."""
    return "\n".join(wrap(row, 108, subsequent_indent=" " * 8, break_long_words=False, break_on_hyphens=False))


def rewritten(text: str) -> str:
    """A case file with every ``expect`` as the oracle has it; all else stays as written."""
    cases = yaml.load(text, yaml.BaseLoader)["cases"]
    for name, case in cases.items():
        if "expect" not in case and len(case.keys() - {"why", "answers"}):
            continue  # a case of another question than the premium
        block = re.compile(rf"(^  {re.escape(name)}:\n(?:(?!^  \S)(?!^    expect:).*\n)*)(    expect:\n(?:^      .*\n)*)?", re.MULTILINE)
        expect = case_text(expected(case["answers"]))
        text = block.sub(lambda found, expect=expect: found[1] + expect, text, count=1)
    return text


if __name__ == "__main__":
    for file in map(Path, sys.argv[1:]):
        file.write_text(rewritten(file.read_text(encoding="utf-8")), encoding="utf-8")
