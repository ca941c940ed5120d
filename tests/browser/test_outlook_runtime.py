"""The browser's Python gives the same outlooks as CPython, byte for byte, markup and all."""

import json

import yaml

from quote_engine.desk import Desk
from site_build import ROOT
from tests.runtime.engine_page import book_text, open_page


def outlook_cases():
    for path in sorted((ROOT / "data" / "cases").glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"].values():
            if "outlook" in case:
                answers = {name: value if isinstance(value, bool) else str(value) for name, value in case["answers"].items()}
                yield {**answers, "years": case.get("years", 6), "accidents": case.get("accidents", [])}


def test_every_outlook_and_break_even_is_the_same(page):
    cases = [*outlook_cases(), {}, {"accidents": [None]}, {"years": "x"}]
    assert len(cases) > 40
    asks = [{"ask": "outlook_page", "answers": each} for each in cases]
    asks += [{"ask": "use_or_pay_page", "answers": {**each, "own_damage": "general", "own_damage_loss": 400_000}} for each in cases]
    requests = [json.dumps({"id": number, **each}) for number, each in enumerate(asks)]
    open_page(page)
    page.evaluate("async () => { window.own = await workerFor(false); }")
    desk = Desk(book_text())
    assert page.evaluate("(texts) => own.ask(texts)", requests) == [desk.reply(request) for request in requests]
