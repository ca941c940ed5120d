"""A quote as a table of text, for reading in a terminal."""

import unicodedata
from collections.abc import Iterator
from typing import Any

WIDTH = 56
SCREEN = 80
"""As many cells as a terminal has; a full-width character takes two."""


def quote_text(quote: dict[str, Any]) -> str:
    """Return the quote as lines of text: each coverage with its steps, the totals, the notes."""
    if quote["status"] == "invalid":
        return "計算できません。\n" + "".join(f"  {each['field']}: {each['message']}\n" for each in quote["problems"])
    mark = "（参考）" if quote["certainty"] == "sample" else ""
    lines = [f"料率の版 {quote['edition_label']}{mark}"] if quote["edition_label"] else []
    if quote["status"] == "declined":
        lines += ["お引き受けできません。", *(line for each in quote["declined"] for line in (f"  {each['message']}", tail(each["source"])))]
    for line in quote["lines"]:
        lines.append(row(f"{line['label']} {line['detail']}".strip(), f"{line['annual']:,}円"))
        for step in line["steps"]:
            lines += [row(f"    {step['label']}  {_operand(step)}", grouped(step["after"])), tail(step["source"])]
    if quote["status"] == "quoted":
        lines += [row("年払" + mark, f"{quote['annual']:,}円"), row("月払" + mark, f"{quote['monthly']:,}円")]
    lines += [f"・{note['message']}" for note in quote["notes"]]
    return shown(lines)


def outlook_text(found: dict[str, Any]) -> str:
    """Return the outlook as lines of text: a year each, with what it changes."""
    if not found["years"]:
        return quote_text({"notes": [], "lines": [], "declined": [], "certainty": "", "edition_label": "", **found})
    mark = "（参考）" if found["certainty"] == "sample" else ""
    lines = [f"料率の版 {found['edition_label']}{mark}"]
    for year in found["years"]:
        grade = f"{year['grade']}等級（事故有{year['accident_years']}年）" if year["grade"] else "等級なし"
        lines.append(row(f"{year['year']:>2}年目 {year['start_date']} {grade}", f"{year['annual']:,}円"))
        lines += [f"      {change['message']}" for change in year["changes"]]
    return shown(lines)


def shown(lines: list[str]) -> str:
    """Return the lines for a screen: a longer one goes on below itself, a little further in."""
    return "".join(f"{part}\n" for line in lines for part in _folded(line))


def tail(source: str) -> str:
    """Return the line below a step that says where it stands in the data."""
    return f"      └ {source}"


def grouped(number: int | str) -> str:
    """Return a number as it is read, 26,000 or 1,234.5; other words as they are."""
    whole, point, rest = str(number).partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.removeprefix("-").isdecimal() else str(number)


def row(left: str, right: str) -> str:
    """Return one line: ``left``, then ``right`` set to the right edge; full-width characters count two."""
    gap = max(1, WIDTH - _cells(left) - _cells(right))
    return left + " " * gap + right


def _folded(line: str) -> Iterator[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    while _cells(line) > SCREEN:
        cut = next(number for number in range(len(line), 0, -1) if _cells(line[:number]) <= SCREEN)
        if line[cut] in "、。）」％円":  # which begin no line
            cut -= 1
        yield line[:cut].rstrip()
        line = indent + line[cut:].lstrip()
    yield line


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)


def _operand(step: dict[str, Any]) -> str:
    signs = {"multiply": "×", "discount": "×", "add": "+", "round": "単位"}
    return f"{signs[step['kind']]} {grouped(step['operand'])}" if step["kind"] in signs else ""
