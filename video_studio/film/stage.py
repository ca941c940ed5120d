"""The stage: the page of one scene that a browser paints, made of the scene and the site's colours."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from quote_engine.drawing.markup import Html, join, tag
from video_studio import ROOT
from video_studio.script.scene import Scene

STAGE = Path(__file__).parent / "stage"
TOKENS = ROOT / "docs" / "assets" / "css" / "tokens.css"
_TOKEN = re.compile(r"--[a-z0-9-]+")
MANY_BULLETS = 5
PAGE = """<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>stage</title>
<link rel="stylesheet" href="/font/400.css"><link rel="stylesheet" href="/font/700.css">
<style>{style}</style>
{body}
<script type="application/json" id="scene">{scene}</script>
<script type="module">{script}</script>
</html>
"""


@cache
def style() -> str:
    """The stage's CSS, with those of the site's colours that it uses and no others: a new token makes nothing stale."""
    sheet = (STAGE / "stage.css").read_text(encoding="utf-8")
    given = dict(re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", TOKENS.read_text(encoding="utf-8")))
    wanted = sorted(set(_TOKEN.findall(sheet)))
    return ":root {" + " ".join(f"{name}: {given[name]};" for name in wanted) + "}\n" + sheet


@cache
def stage_hash() -> str:
    """The look of every scene, as a hash."""
    script = (STAGE / "stage.js").read_text(encoding="utf-8")
    return hashlib.sha256((PAGE + style() + script).encode()).hexdigest()


def scene_page(scene: Scene, number: int, of: int) -> str:
    """Return the page of ``scene``, the ``number``-th (from 0) of ``of``."""
    segments = [tag("span", class_="done" if index < number else None) for index in range(of)]
    segments[number] = tag("span", tag("i"))
    head = tag("header", tag("h1", scene.title), tag("div", "参考の金額", class_="sample") if scene.sample else None, class_="head")
    kind = "both" if scene.drawing and scene.bullets else "alone"
    many = " many" if len(scene.bullets) >= MANY_BULLETS else ""
    bullets = tag("ul", *(tag("li", bullet) for bullet in scene.bullets)) if scene.bullets else None
    drawing = Html(re.sub(r"<\?xml[^>]*\?>", "", scene.drawing.text)) if scene.drawing else None
    room = tag("main", drawing, bullets, class_=f"room {kind}{many}")
    body = join([tag("div", *segments, class_="progress"), head, room, tag("div", class_="veil")])
    sentences = [
        {"show": each.show, "hide": each.hide, "zoom": each.zoom, "point": each.point, "bullet": each.bullet}
        for each in scene.sentences
    ]
    data = json.dumps({"sentences": sentences}, ensure_ascii=False).replace("<", "\\u003c")
    script = (STAGE / "stage.js").read_text(encoding="utf-8")
    return PAGE.format(style=style(), body=body, scene=data, script=script)
