"""A quote as a table of text, for reading in a terminal."""

import unicodedata
from typing import Any

WIDTH = 56


def quote_text(quote: dict[str, Any]) -> str:
    """Return the quote as lines of text: each coverage with its steps, the totals, the notes."""
    if quote["status"] == "invalid":
        return "計算できません。\n" + "".join(f"  {each['field']}: {each['message']}\n" for each in quote["problems"])
    mark = "（参考）" if quote["certainty"] == "sample" else ""
    lines = [f"料率の版 {quote['edition_label']}{mark}"]
    if quote["status"] == "declined":
        lines += ["お引き受けできません。", *(f"  {each['message']}  [{each['source']}]" for each in quote["declined"])]
    for line in quote["lines"]:
        lines.append(row(f"{line['label']} {line['detail']}".strip(), f"{line['annual']:,}円"))
        lines += [
            row(f"    {step['label']}  {_operand(step)}", f"{step['after']}") + f"  [{step['source']}]"
            for step in line["steps"]
        ]
    if quote["status"] == "quoted":
        lines += [row("年払" + mark, f"{quote['annual']:,}円"), row("月払" + mark, f"{quote['monthly']:,}円")]
    lines += [f"・{note['message']}" for note in quote["notes"]]
    return "\n".join(lines) + "\n"


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
    return "\n".join(lines) + "\n"


def row(left: str, right: str) -> str:
    """Return one line: ``left``, then ``right`` set to the right edge; full-width characters count two."""
    gap = max(1, WIDTH - _cells(left) - _cells(right))
    return left + " " * gap + right


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)


def _operand(step: dict[str, Any]) -> str:
    signs = {"multiply": "×", "discount": "×", "add": "+", "round": "単位"}
    return f"{signs[step['kind']]} {step['operand']}" if step["kind"] in signs else ""
