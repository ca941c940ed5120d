"""Drawings: SVG in the site's style, read with line and column, and checked before a browser sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from xml.parsers import expat

from rulebook.shapes.shape import near
from rulebook.sheets.problem import Place, Report

WITH_BULLETS, ALONE = (700, 448), (1168, 448)
"""The room for a drawing on the 1280 by 720 picture. Drawn in these units, one unit is one pixel."""
SMALLEST, ORDINARY = 24, 30
"""Letters in pixels of the 720-line picture: the least allowed, and what a text has that says nothing."""
ELEMENTS = ("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "use", "defs", "title")
CLASSES = (
    "a", "b", "c", "w", "k", "n", "o", "dash", "thin", "thick", "warn", "act", "soft", "hot", "blue", "inv", "dim",
    "bold", "mid", "end", "d-compulsory", "d-people", "d-property", "d-own-car", "d-other", "d-self",
)  # fmt: skip
FORBIDDEN = ("style", "fill", "stroke", "font-family", "filter", "href", "xlink:href", "opacity")
_SCALE = re.compile(r"(scale|matrix)\(([^)]*)\)")


@dataclass(slots=True)
class Drawing:
    """One drawing: its text with figures filled in, its ids, and the room that it is drawn for."""

    path: Path
    text: str
    view: tuple[float, float] = (0, 0)
    ids: dict[str, int] = field(default_factory=dict)
    letters: list[tuple[float, Place]] = field(default_factory=list)
    """Height of each text in units of the drawing, and where it stands."""

    def too_small(self, room: tuple[int, int], report: Report) -> None:
        """Report every text that would be too small in ``room``."""
        if not all(self.view):
            return
        scale = min(room[0] / self.view[0], room[1] / self.view[1])
        for size, place in self.letters:
            if size * scale < SMALLEST:
                report.add(place, f"文字が小さすぎます（画面で {size * scale:.0f}px）。",
                           f'{SMALLEST}px 以上にしてください。ここでは font-size="{SMALLEST / scale:.0f}" からです。')  # fmt: skip


def read_drawing(path: Path, root: Path, fill: Callable[[str, Place], str], report: Report) -> Drawing | None:
    """Read the drawing ``path`` below ``root``; ``fill`` puts figures in the place of braces."""
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        report.add(Place(file, 1, 1), "絵を UTF-8 の文字として読めません。")
        return None

    def filled_line(number: int, line: str) -> str:
        return re.sub(r"\{[^{}]*\}", lambda found: fill(found.group(), Place(file, number, found.start() + 1)), line)

    filled = "\n".join(filled_line(number, line) for number, line in enumerate(text.split("\n"), 1))
    reader = _Reader(file, report)
    drawing = Drawing(path, filled)
    if not reader.read(text, drawing):
        return None
    if not all(drawing.view):
        report.add(Place(file, 1, 1), "絵に viewBox がありません。", f'viewBox="0 0 {WITH_BULLETS[0]} {WITH_BULLETS[1]}" のように書いてください。')
    return drawing


class _Reader:
    def __init__(self, file: str, report: Report) -> None:
        self.file, self.report = file, report
        self.stack: list[tuple[float, float]] = [(ORDINARY, 1.0)]

    def read(self, text: str, drawing: Drawing) -> bool:
        self.drawing = drawing
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _: self.stack.pop()
        self.parser.CharacterDataHandler = self.letters
        self.parser.EntityDeclHandler = lambda *_: self.say("実体（ENTITY）は使えません。", "消してください。")
        try:
            self.parser.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            self.report.add(Place(self.file, error.lineno, error.offset + 1), "SVG の書き方に誤りがあります。", "閉じていないタグや引用符がないか見てください。")
            return False
        return True

    def say(self, message: str, hint: str) -> None:
        place = Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.report.add(place, message, hint)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in ELEMENTS:
            self.say(f"<{name}> は使えません。", near(name, ELEMENTS))
        for key, value in attributes.items():
            inside = key == "href" and value.startswith("#")
            if (key in FORBIDDEN and not inside) or key.startswith("on"):
                self.say(f"属性「{key}」は使えません。", "色は class で選びます。外のファイルは読み込めません。")
        for each in attributes.get("class", "").split():
            if each not in CLASSES and not (name == "svg" and each == "il"):
                self.say(f"class「{each}」はありません。", near(each, CLASSES))
        if "id" in attributes:
            self.id(attributes["id"])
        if name == "svg" and len(self.stack) == 1:
            parts = attributes.get("viewBox", "").split()
            if len(parts) == 4 and all(re.fullmatch(r"-?[0-9.]+", part) for part in parts):
                self.drawing.view = (float(parts[2]), float(parts[3]))
        size, scale = self.stack[-1]
        for kind, numbers in _SCALE.findall(attributes.get("transform", "")):
            scale *= _factor(kind, [float(each) for each in re.findall(r"-?[0-9.]+", numbers)])
        written = attributes.get("font-size", "").removesuffix("px")
        if written:
            if re.fullmatch(r"[0-9.]+", written):
                size = float(written)
            else:
                self.say(f"font-size「{written}」は数ではありません。", "単位を付けずに書いてください。")
        self.stack.append((size, scale))

    def id(self, name: str) -> None:
        ids = self.drawing.ids
        if name in ids:
            self.say(f"名前「{name}」が2回使われています。", f"{ids[name]}行目にもあります。")
        ids.setdefault(name, self.parser.CurrentLineNumber)

    def letters(self, text: str) -> None:
        if text.strip():
            size, scale = self.stack[-1]
            place = Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
            self.drawing.letters.append((size * scale, place))


def _factor(kind: str, numbers: list[float]) -> float:
    if kind == "scale" and numbers:
        return sqrt(abs(numbers[0] * numbers[-1]))
    if kind == "matrix" and len(numbers) == 6:
        return sqrt(abs(numbers[0] * numbers[3] - numbers[1] * numbers[2]))
    return 1.0
