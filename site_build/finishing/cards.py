"""The pictures that messengers show for a link: the page's title on the site's paper, drawn when the site is built."""

import hashlib
import math
import re
import shutil
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import budoux
from PIL import Image, ImageDraw, ImageFont

from site_build import ROOT

SIZE = (1200, 630)  # pixels; what the readers of og:image expect
SCALE = 2  # drawn larger, then made small: Pillow's shapes have hard edges
MARGIN = 72
FOLDER = "assets/social"
KEPT = ROOT / "build" / "cards"
FONTS = ROOT / "node_modules" / "@fontsource" / "biz-udpgothic" / "files"
BOLD, PLAIN = (FONTS / f"biz-udpgothic-japanese-{weight}-normal.woff" for weight in (700, 400))

PAPER, INK, SOFT, RULE, LINE, BLUE, WHITE = "#faf7f0", "#1f2a30", "#49555b", "#ded6c5", "#33434c", "#bcd5e6", "#ffffff"
"""The roles of tokens.css on paper; a picture has no dark screen."""

SMALLER = (84, 72, 60)  # pixels of a title; a long one takes the next size
LINES = 3
NEVER_FIRST = "、。，．・：；？）」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％"
NEVER_LAST = "（「『【"

PHRASES = budoux.load_default_japanese_parser()
DESIGN = Path(__file__).read_text(encoding="utf-8") + version("budoux")
"""What a card looks like. It is drawn again when this file changes, or the model that breaks its lines."""


class Cards:
    """The cards of one build: pages ask for the address of theirs, and all that were asked for are drawn in the end."""

    def __init__(self, site: Mapping[str, str]) -> None:
        """``site`` has the ``name`` and the ``statement`` that stand on every card."""
        self._site = site
        self._wanted: dict[str, tuple[str, str]] = {}

    def address(self, title: str, group: str) -> str:
        """Return where the card of a page will stand below the site's root."""
        said = "\0".join((DESIGN, title, group, self._site["name"], self._site["statement"]))
        name = hashlib.sha256(said.encode()).hexdigest()[:16]
        self._wanted[name] = (title, group)
        return f"{FOLDER}/{name}.png"

    def write(self, folder: Path) -> None:
        """Put the cards into the site's ``folder``. A card drawn once is kept, and drawn again when its words or its design change."""
        target = folder / FOLDER
        target.mkdir(parents=True)
        KEPT.mkdir(parents=True, exist_ok=True)
        for name, (title, group) in self._wanted.items():
            kept = KEPT / f"{name}.png"
            if not kept.exists():
                card(self._site, title, group).save(kept, optimize=True)
            shutil.copyfile(kept, target / kept.name)
        for old in KEPT.glob("*.png"):
            if old.stem not in self._wanted:
                old.unlink()


def card(site: Mapping[str, str], title: str, group: str) -> Image.Image:
    """Draw one card: ``group`` small, ``title`` large, whose ``site`` it is at the foot."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((MARGIN, 64, SIZE[0] - MARGIN, 71), fill=INK)
    pen.text((MARGIN, 100), group, font=_font(PLAIN, 36), fill=SOFT)
    size, lines = _fitted(title)
    for number, line in enumerate(lines):
        pen.text((MARGIN, 164 + number * size * 1.35), line, font=_font(BOLD, size), fill=INK)
    pen.line((MARGIN, 524, SIZE[0] - MARGIN, 524), fill=RULE, width=2)
    pen.text((MARGIN, 540), site["name"], font=_font(BOLD, 34), fill=INK)
    pen.text((MARGIN, 588), site["statement"], font=_font(PLAIN, 22), fill=SOFT)
    car = _car(5 * SCALE)
    picture.paste(car, (SIZE[0] - MARGIN - car.width, 524 - car.height + 3), car)
    return picture.quantize(64, dither=Image.Dither.NONE)


def missing(text: str) -> set[str]:
    """The characters of ``text`` that the font does not have, and would draw as empty boxes."""
    font = _font(BOLD, 40)
    box = bytes(font.getmask("\uffff"))
    return {character for character in text if bytes(font.getmask(character)) == box}


def broken_lines(title: str, size: int) -> list[str]:
    """Cut a title into lines of about the same width. No word is torn, and none begins or ends as Japanese lines must not."""
    font, room = _font(BOLD, size), SIZE[0] - 2 * MARGIN
    count = math.ceil(font.getlength(title) / room)
    aim = min(room, font.getlength(title) / count + size / 2)
    lines = [""]
    for word in _words(title):
        if lines[-1] and font.getlength(lines[-1] + word.rstrip()) > (aim if len(lines) < count else room):
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines]


def _words(title: str) -> list[str]:
    """The parts between which a line may end: BudouX knows Japanese, a space or a slash ends the others."""
    words: list[str] = []
    for word in (part for phrase in PHRASES.parse(title) for part in re.findall(r".+?(?:[ /]|$)", phrase)):
        if words and (word[0] in NEVER_FIRST or words[-1][-1] in NEVER_LAST):
            words[-1] += word
        else:
            words.append(word)
    return words


def _fitted(title: str) -> tuple[int, list[str]]:
    for size in SMALLER:
        lines = broken_lines(title, size)
        wide = max(_font(BOLD, size).getlength(line) for line in lines) > SIZE[0] - 2 * MARGIN
        if len(lines) * size <= 240 and len(lines) <= LINES and not wide:
            return size, lines
    return SMALLER[-1], broken_lines(title, SMALLER[-1])[:LINES]


@cache  # a font file of one size, opened once for all cards
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


@cache  # made of nothing but numbers
def _car(unit: int) -> Image.Image:
    """The site's car on a ground line, seen from the side. ``unit`` is the pixels for one unit of the drawing, 56 by 30 units."""
    picture = Image.new("RGBA", (58 * unit, 31 * unit))
    pen = ImageDraw.Draw(picture)

    def put(points: list[tuple[float, float]], fill: str) -> None:
        placed = [((x + 1) * unit, y * unit) for x, y in points]
        pen.polygon(placed, fill=fill)
        pen.line([*placed, placed[0], placed[1]], fill=LINE, width=2 * unit // 2, joint="curve")

    def wheel(x: float) -> None:
        for radius, fill in ((5, LINE), (2, WHITE)):
            pen.ellipse(((x + 1 - radius) * unit, (23 - radius) * unit, (x + 1 + radius) * unit, (23 + radius) * unit), fill=fill)

    put([(3, 23), (3, 17), (3.7, 15), (5.6, 13.8), (13, 12), (18.6, 4.6), (20, 3.4), (22, 3), (35, 3), (37, 3.4), (38.4, 4.5),
         (45, 12), (51, 13.3), (53, 14.4), (53.6, 16.5), (53.6, 23)], BLUE)  # fmt: skip
    put([(17, 12), (20.8, 7), (21.6, 6.2), (22.8, 6), (27, 6), (27, 12)], WHITE)
    put([(30.5, 6), (35, 6), (36.2, 6.2), (37, 7), (41, 12), (30.5, 12)], WHITE)
    wheel(15)
    wheel(42)
    return picture.resize((picture.width // SCALE, picture.height // SCALE), Image.Resampling.LANCZOS)
