"""Drawings of the guide: SVG files that are put into the page, so that they follow its colours, light and dark."""

import re
from xml.etree import ElementTree as ET

from quote_engine.drawing.markup import Html, escape
from site_build import DOCS, BuildError

FOLDER = DOCS / "assets" / "drawings"
FORBIDDEN = {"script", "style", "image", "foreignObject", "a", "use"}
"""Elements that the site's policy stops, or that would lead away from it."""
_ROOT = re.compile(r"<svg\b[^>]*>")


def drawing_svg(name: str, alt: str) -> Html:
    """The drawing ``docs/assets/drawings/<name>.svg`` in one line; an empty ``alt`` says that it only decorates.

    Raises ``BuildError`` where there is none, or where it holds what no page may.
    """
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        names = "、".join(sorted(each.stem for each in FOLDER.glob("*.svg")))
        raise BuildError(f"docs/assets/drawings/{name}.svg がありません。使える絵: {names or 'まだありません'}")
    text = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    problem = _problem(text)
    if problem:
        raise BuildError(f"docs/assets/drawings/{name}.svg: {problem}")
    spoken = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
    opened = _ROOT.sub(lambda found: f"{found[0][:-1].rstrip()} {spoken}>", text.strip(), count=1)
    return Html(re.sub(r"\s*\n\s*", " ", opened).replace("> <", "><"))


def _problem(text: str) -> str | None:
    """What is wrong with a drawing, or None."""
    try:
        root = ET.fromstring(text)  # noqa: S314  # the project's own file
    except ET.ParseError as error:
        return f"SVG として読めません（{error.position[0]}行目）。"
    if root.tag.rpartition("}")[2] != "svg" or "viewBox" not in root.attrib:
        return "いちばん外側は、viewBox のある svg にしてください。"
    if {"role", "aria-label", "aria-hidden"} & set(root.attrib):
        return "role と aria- は、ページの {{ drawing(…) }} が付けます。消してください。"
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag in FORBIDDEN:
            return f"{tag} は使えません。"
        for key in element.attrib:
            if key == "style" or key.startswith("on"):
                return f"{key} は使えません。色と線は class で付けてください。"
    return None
