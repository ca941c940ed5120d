"""Bar charts of the guide as SVG, drawn by Vega-Lite when the site is built; the page's style sheet gives them their colours."""

import hashlib
import importlib.metadata
import json
import re
from collections.abc import Sequence
from typing import Any

import vl_convert

from quote_engine.drawing.markup import Html, escape
from site_build import ROOT

WIDTH = 312  # units; on a narrow phone one unit is one pixel, so that words keep the page's size
BAND = 56  # units for one bar and its words above it
TEXT = 16
BAR, WORDS, FIGURES = "#000001", "#000002", "#000003"
"""Stand-ins for the classes that take their place: Vega-Lite knows colours only."""
CLASSES = {BAR: "bar-part", WORDS: "bar-words", FIGURES: "bar-figure"}
KEPT = ROOT / "build" / "charts"
DRAWN_BY = importlib.metadata.version("vl-convert-python")


def bar_chart(rows: Sequence[tuple[str, int]], alt: str) -> Html:
    """Return a chart of one bar for each (label, count), longest scale for the largest. ``alt`` is read aloud instead of it."""
    spec = json.dumps(_spec(rows), ensure_ascii=False)
    kept = KEPT / f"{hashlib.sha256((DRAWN_BY + spec).encode()).hexdigest()[:16]}.svg"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_text(vl_convert.vegalite_to_svg(spec, vl_version="5.20"), encoding="utf-8")
    return _dressed(kept.read_text(encoding="utf-8"), alt)


def _spec(rows: Sequence[tuple[str, int]]) -> dict[str, Any]:
    words = {"type": "text", "fontSize": TEXT, "baseline": "bottom", "dy": -8}
    order = {"field": "label", "type": "nominal", "sort": None, "axis": None}
    count = {"field": "count", "type": "quantitative"}
    bar = {"mark": {"type": "bar", "height": 14, "yOffset": 10, "color": BAR}, "encoding": {"x": {**count, "axis": None}}}
    label = {"mark": {**words, "align": "left", "color": WORDS}, "encoding": {"x": {"value": 0}, "text": {"field": "label"}}}
    figure = {
        "mark": {**words, "align": "right", "color": FIGURES},
        "encoding": {"x": {"value": WIDTH}, "text": {**count, "format": ","}},
    }
    return {
        "width": WIDTH,
        "height": {"step": BAND},
        "data": {"values": [{"label": label, "count": count} for label, count in rows]},
        "encoding": {"y": order},
        "layer": [bar, label, figure],
        "config": {"view": {"stroke": None}, "background": None, "padding": 0},
    }


def _dressed(svg: str, alt: str) -> Html:
    """The drawing with classes for colours and one spoken name for all of it; nothing of it needs a style of its own."""
    inside = re.sub(r"^<svg[^>]*>|</svg>\s*$", "", svg.strip())
    box = re.search(r'viewBox="([^"]*)"', svg)
    inside = re.sub(r' (?:role|aria-[a-z]+|font-family|class|opacity)="[^"]*"', "", inside)
    for colour, name in CLASSES.items():
        inside = inside.replace(f'fill="{colour}"', f'class="{name}"')
    return Html(f'<svg class="bar-chart" viewBox="{box[1] if box else ""}" role="img" aria-label="{escape(alt)}">{inside}</svg>')
