"""Parts that the declarations of several files of the guide share: texts of one form, the name of a page."""

import re
from dataclasses import dataclass

from rulebook.shapes.scalars import Text
from rulebook.shapes.shape import Schema, Shape, Shared
from rulebook.sheets.placed import Node
from rulebook.sheets.problem import Report


@dataclass(frozen=True)
class Pattern(Shape):
    """A text of one form. ``form`` is its pattern, ``hint`` says how to write it."""

    title: str = "文字"
    form: re.Pattern[str] = re.compile(".*", re.DOTALL)
    hint: str = ""

    def read(self, node: Node, report: Report) -> str | None:
        text = Text(self.title).read(node, report)
        if text is None or self.form.fullmatch(text):
            return text
        report.add(node.place, f"「{text}」は{self.title}として読めません。", self.hint)
        return None

    def schema(self, shared: Shared) -> Schema:
        form = {} if self.form.flags & re.DOTALL else {"pattern": f"^({self.form.pattern})$"}
        return {"title": self.title, "description": self.hint, "type": "string", **form}


_PAGE = re.compile(r"[a-z0-9_/-]+\.md(#[A-Za-z0-9_-]+)?")
PAGE = Pattern("ページ", form=_PAGE, hint="guide/own-car.md のように、docs/ からの名前で書いてください。")
