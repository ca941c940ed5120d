"""The price page as it is shipped: a real quote of the first model case, made by the engine at build time."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quote_engine.values.links import fragment
from site_build import ROOT
from site_build.calculators.price_page import page_html
from site_build.sources import Sources

QR = ROOT / "node_modules" / "qr" / "index.js"
"""The QR maker: one file without imports, fetched by the page only when a code is wanted."""


def quote_form(sources: Sources) -> str:
    """Return the whole body of the price page."""
    first = {**sources.example_answers, **sources.days}
    page = sources.ask("page", first)
    comparison = sources.ask("alternatives", first)["html"]["comparison"]
    cases = [_case(example, sources.quote(example["answers"])) for example in sources.book["examples"]]
    editions = sources.ask("other_editions", first)["other_editions"]["html"]
    return page_html(sources.say, sources.book, page["quote"], page["form"], comparison, cases, editions)


def copy_assets(site_dir: Path) -> dict[str, str]:
    """Copy what the page fetches by itself into the site; return the entries for /app/manifest.json."""
    digest = hashlib.sha256(QR.read_bytes()).hexdigest()[:12]
    target = site_dir / "app" / f"qr.{digest}.js"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(QR, target)
    return {"qr": f"/app/{target.name}"}


def _case(example: Mapping[str, Any], quote: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": example["label"],
        "annual": quote["annual"],
        "monthly": quote["monthly"],
        "fragment": fragment(example["answers"]),
    }


MACROS = (quote_form,)
