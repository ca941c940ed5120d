"""Single values: text, ids, exact numbers, flags, days, months, words. YAML's guesses and full-width digits stop here."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import yaml

from quote_engine.values.dates import is_date, is_month
from rulebook.shapes.shape import Schema, Shape, Shared, near
from rulebook.sheets.placed import Node, Scalar
from rulebook.sheets.problem import Place, Report

MOST_DIGITS = 30
"""Longer numbers are slips of the finger; Python would even refuse to read thousands of digits."""
_RESOLVER = yaml.SafeLoader("")
_NUMBER = re.compile(r"[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_LOOKS_LIKE_NUMBER = re.compile(r"[+-]?[0-9OoIl.,_]*[0-9][0-9OoIl.,_]*")
_NARROW = re.compile("[\uff61-\uff9f]+")
_ID_ANY_CASE = "[A-Za-z0-9][A-Za-z0-9_.-]*"
_ID = re.compile(_ID_ANY_CASE)


def guessed(node: Scalar) -> bool:
    """Tell whether YAML would read this plain text as something other than what it looks like."""
    if not node.plain:
        return False
    tag = _RESOLVER.resolve(yaml.ScalarNode, node.text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML
    if tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"):
        return node.text not in ("true", "false")
    if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float"):
        return not _NUMBER.fullmatch(node.text)
    return False


def report_guess(node: Scalar, report: Report) -> bool:
    """Report a spelling that YAML would guess about; tell whether it did."""
    if guessed(node):
        report.add(
            node.place,
            f"「{node.text}」は、YAML では別の値として読まれる書き方です。",
            f'文字のままなら "{node.text}" と引用符で囲んでください。',
        )
        return True
    return False


@dataclass(frozen=True)
class Text(Shape):
    """A sentence, label or other text."""

    title: str = "文字"
    empty: bool = False
    as_typed: bool = False
    """Whether the text is what people type: in any width."""

    def read(self, node: Node, report: Report) -> str | None:
        found = self.scalar(node, report)
        if found is None or report_guess(found, report):
            return None
        if not found.text.strip() and not self.empty:
            report.add(found.place, f"{self.title}が空です。")
            return None
        if found.plain and found.cut:
            report.add(found.place, f"「{found.cut}」は注と読まれて、{self.title}から落ちます。", f'文のうちなら "{found.text} {found.cut}" と引用符で囲み、注なら上の行に書いてください。')
        narrow = None if self.as_typed else _NARROW.search(found.text)
        if narrow:
            wide = unicodedata.normalize("NFKC", narrow[0])
            report.add(found.place, f"半角のかな「{narrow[0]}」があります。", f"「{wide}」と書いてください。文字化けなら、文を打ち直してください。")
        return found.text

    def blank(self, place: Place) -> str:
        return ""

    def schema(self, shared: Shared) -> Schema:
        return {"title": self.title, "type": ["string", "number", "boolean"], **({} if self.empty else {"pattern": r"\S"})}


@dataclass(frozen=True)
class Id(Shape):
    """A name in ASCII that other files refer to."""

    title: str = "名前（ID）"

    def read(self, node: Node, report: Report) -> str | None:
        found = self.scalar(node, report)
        if found is None or report_guess(found, report):
            return None
        if not _ID.fullmatch(found.text):
            report.add(found.place, f"「{found.text}」は{self.title}に使えません。", "半角の英字、数字、_ で書いてください。")
            return None
        return found.text

    def schema(self, shared: Shared) -> Schema:
        return {"title": self.title, "description": "半角の英字、数字、_ で書きます。", "type": ["string", "number", "boolean"], "pattern": f"^{_ID_ANY_CASE}$"}


@dataclass(frozen=True)
class Number(Shape):
    """An exact number, kept as its text. ``decimals`` and the bounds say what is allowed."""

    title: str = "数"
    decimals: bool = True
    at_least: int | None = None
    at_most: int | None = None

    def read(self, node: Node, report: Report) -> str | None:
        found = self.scalar(node, report)
        if found is None:
            return None
        text = found.text
        half = unicodedata.normalize("NFKC", text)
        if len(text) > MOST_DIGITS:
            report.add(found.place, f"数が長すぎます（{len(text)}文字）。", f"{MOST_DIGITS}文字までで書いてください。")
        elif half != text and _LOOKS_LIKE_NUMBER.fullmatch(half):
            report.add(found.place, f"全角の数字「{text}」があります。", f"半角で {half} と書いてください。")
        elif not _NUMBER.fullmatch(text) and _LOOKS_LIKE_NUMBER.fullmatch(text) and re.search("[OoIl]", text):
            fixed = re.sub("[Oo]", "0", re.sub("[Il]", "1", text))
            report.add(found.place, f"数「{text}」に英字がまざっています。", f"{fixed} のことですか。")
        elif guessed(found) or not _NUMBER.fullmatch(text):
            report.add(found.place, f"「{text}」は数として読めません。", "半角の数字だけで書いてください。0 で始めず、桁の区切りや単位は付けません。")
        elif "." in text and not self.decimals:
            report.add(found.place, f"{text} は整数ではありません。", "小数点のない数で書いてください。")
        elif not self._within(text):
            report.add(found.place, f"{text} は、使える範囲の外です。", self._range())
        else:
            return text.removeprefix("+")
        return None

    def _within(self, text: str) -> bool:
        number = Fraction(text)
        return (self.at_least is None or number >= self.at_least) and (self.at_most is None or number <= self.at_most)

    def _range(self) -> str:
        low = "" if self.at_least is None else f"{self.at_least} 以上"
        high = "" if self.at_most is None else f"{self.at_most} 以下"
        return f"{low}{'、' if low and high else ''}{high}で書いてください。"

    def schema(self, shared: Shared) -> Schema:
        bounds = {key: bound for key, bound in (("minimum", self.at_least), ("maximum", self.at_most)) if bound is not None}
        form = _NUMBER.pattern if self.decimals else _NUMBER.pattern.removesuffix(r"(\.[0-9]+)?")
        return {
            "title": self.title,
            "description": f"半角の数字で書きます。{self._range() if bounds else ''}",
            "type": ["number" if self.decimals else "integer", "string"],
            "pattern": f"^{form}$",
            **bounds,
            **({"examples": list(bounds.values())} if bounds else {}),
        }


@dataclass(frozen=True)
class Integer(Number):
    """A whole number, read as an int."""

    title: str = "整数"
    decimals: bool = False

    def read(self, node: Node, report: Report) -> int | None:  # type: ignore[override]  # narrower on purpose
        text = super().read(node, report)
        return None if text is None else int(text)


@dataclass(frozen=True)
class Flag(Shape):
    """true or false, spelt so."""

    title: str = "true か false"

    def read(self, node: Node, report: Report) -> bool | None:
        found = self.scalar(node, report)
        if found is None:
            return None
        if found.text not in ("true", "false"):
            report.add(found.place, f"「{found.text}」は使えません。", "はいなら true、いいえなら false と書いてください。")
            return None
        return found.text == "true"

    def schema(self, shared: Shared) -> Schema:
        return {"title": self.title, "description": "はいなら true、いいえなら false です。", "type": "boolean"}


@dataclass(frozen=True)
class Day(Shape):
    """A calendar day, YYYY-MM-DD."""

    title: str = "日付"
    called: str = "日"
    form: str = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    example: str = "2020-04-01"

    def read(self, node: Node, report: Report) -> str | None:
        found = self.scalar(node, report)
        if found is None:
            return None
        if not self.exists(found.text):
            report.add(found.place, f"「{found.text}」という{self.called}はありません。", f"{self.example} のように書いてください。")
            return None
        return found.text

    def exists(self, text: str) -> bool:
        """Tell whether the calendar has it."""
        return is_date(text)

    def schema(self, shared: Shared) -> Schema:
        description = f"{self.example} のように書きます。"
        return {"title": self.title, "description": description, "type": "string", "pattern": f"^{self.form}$", "examples": [self.example]}


@dataclass(frozen=True)
class Month(Day):
    """A calendar month, YYYY-MM."""

    title: str = "年月"
    called: str = "年月"
    form: str = "[0-9]{4}-[0-9]{2}"
    example: str = "2020-04"

    def exists(self, text: str) -> bool:
        return is_month(text)


@dataclass(frozen=True)
class OneOf(Shape):
    """One word out of a closed list."""

    words: Sequence[str] = ()
    title: str = "決まった語"

    def read(self, node: Node, report: Report) -> str | None:
        found = self.scalar(node, report)
        if found is None:
            return None
        if found.text not in self.words:
            report.add(found.place, f"{self.title}に「{found.text}」は使えません。", near(found.text, self.words))
            return None
        return found.text

    def schema(self, shared: Shared) -> Schema:
        return {"title": self.title, "enum": list(self.words)}


@dataclass(frozen=True)
class Anything(Shape):
    """One written value as it stands: true/false become flags, the rest stays text."""

    title: str = "値"

    def read(self, node: Node, report: Report) -> str | bool | None:
        found = self.scalar(node, report)
        if found is None or report_guess(found, report):
            return None
        return {"true": True, "false": False}.get(found.text, found.text) if found.plain else found.text

    def schema(self, shared: Shared) -> Schema:
        return {"title": self.title, "type": ["string", "number", "boolean"]}
