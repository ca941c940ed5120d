"""The price page as it is shipped: a real quote of the first model case, made by the engine at build time."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from quote_engine.desk import Desk
from quote_engine.drawing.words import Say
from quote_engine.values.links import fragment
from site_build import ROOT
from site_build.book import days
from site_build.calculators.price_page import page_html

QR = ROOT / "node_modules" / "qr" / "index.js"
"""The QR maker: one file without imports, fetched by the page only when a code is wanted."""


def quote_page(say: Say, book: dict[str, Any]) -> str:
    """Return the whole body of the price page for the compiled ``book``."""
    desk = Desk(json.dumps(book, ensure_ascii=False))

    def ask(kind: str, answers: dict[str, Any]) -> dict[str, Any]:
        request = {"id": 0, "ask": kind, "answers": {**answers, **days()}}
        reply: dict[str, Any] = json.loads(desk.reply(json.dumps(request)))
        return reply

    first = book["examples"][0]["answers"]
    page = ask("page", first)
    comparison = ask("alternatives", first)["html"]["comparison"]
    cases = [_case(example, ask("quote", example["answers"])["quote"]) for example in book["examples"]]
    return page_html(say, book, page["quote"], page["form"], comparison, cases, ask("other_editions", first)["other_editions"]["html"])


def copy_assets(site_dir: Path) -> dict[str, str]:
    """Copy what the page fetches by itself into the site; return the entries for /app/manifest.json."""
    digest = hashlib.sha256(QR.read_bytes()).hexdigest()[:12]
    target = site_dir / "app" / f"qr.{digest}.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(QR, target)
    return {"qr": f"/app/{target.name}"}


def _case(example: dict[str, Any], quote: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": example["label"],
        "annual": quote["annual"],
        "monthly": quote["monthly"],
        "fragment": fragment(example["answers"]),
    }
