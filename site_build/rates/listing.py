"""A data file as a page: every line with its number and its own address, so that a figure can point at it."""

import json
import re
from functools import lru_cache
from pathlib import PurePath

from quote_engine.drawing.markup import Html, escape, join, tag


@lru_cache(maxsize=256)  # `make serve` asks for all of them after each change, and one is new
def listing_page(name: PurePath, text: str) -> str:
    """The Markdown page of ``data/<name>``."""
    title = f"data/{name.as_posix()}"
    lines = text.splitlines()
    rows = tag("ol", *(_row(number, line) for number, line in enumerate(lines, 1)))
    box = tag("div", rows, class_="listing", tabindex="0", role="group", aria_label=f"{title} の中身")
    crumbs = [{"title": "料率と計算の順番", "url": "rates/"}]
    front = {"title": title, "description": f"計算のもとになるデータ {title} の全文です。行ごとに番号があります。", "search": "off", "render_macros": False, "crumbs": crumbs}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return (
        f'---\n{head}---\n\n# <span class="file">{escape(title)}</span>\n\n'
        f"値段や決まりのもとになるデータです。左の数字は行の番号で、{len(lines)}行あります。\n\n{box}\n"
    )


def _row(number: int, line: str) -> Html:
    link = tag("a", number, href=f"#L{number}", aria_label=f"{number}行目")
    return tag("li", link, tag("code", _coloured(line)), id=f"L{number}")


def _coloured(line: str) -> Html:
    """The line with its key and its remark marked; everything else as it is."""
    if line.lstrip().startswith("#"):
        return tag("span", line, class_="remark")
    body, mark, remark = line.partition(" # ")
    indent, key, rest = _parts(body)
    return join(
        (indent, tag("span", key, class_="key") if key else None, rest, tag("span", mark + remark, class_="remark") if mark else None)
    )


def _parts(body: str) -> tuple[str, str, str]:
    found = re.match(r"(\s*(?:- )?)([^\s'\"{\[:][^'\"{\[:]*:)(?=\s|$)", body)
    return (found[1], found[2], body[found.end() :]) if found else ("", "", body)
