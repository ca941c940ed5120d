"""A quiet page of the site with the means to start the engine by hand."""

import json
from pathlib import Path

from site_build import SITE

QUIET_PAGE = "/privacy/"  # under the site's policy, and does not start the engine itself
START = {"start_date": "2026-12-01"}  # the model cases leave it open
HELPERS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

SNAPSHOT_KEPT = (
    "async (count) => { while ((await snapshots()).length !== count) await new Promise((go) => setTimeout(go, 50)); }"
)
ASK_ONCE = """async (request) => {
  const { engine, seen, settled } = await client();
  engine.start();
  await settled();
  const reply = seen.ready ? await engine.ask(request) : null;
  return { reply, seen };
}"""


def open_page(page):
    page.goto(QUIET_PAGE)
    page.evaluate(HELPERS)


def book_text():
    manifest = json.loads((SITE / "app" / "manifest.json").read_text(encoding="utf-8"))
    return (SITE / manifest["book"].lstrip("/")).read_text(encoding="utf-8")


def example_request():
    return {"ask": "quote", "answers": START | json.loads(book_text())["examples"][0]["answers"]}
