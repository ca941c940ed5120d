"""From a file saved under ``make serve`` to what came of it in the browser, for each kind of file. ``python -m bench.saving``."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from bench.report import Row, ms
from tests.served_copy import copy_to, serving_copy
from tools.browser import ARGUMENTS, find

ROUNDS = 6
SLOWEST = 60_000  # ms
DISCOUNTS = "data/editions/2020-04-01/discounts.yml"
CAR = "#vehicle_type=passenger&prior_contract=true&grade=11&birth_date=1981-05-20&age_condition=35&aeb=true&model_launched=2025-01"


class Kind(NamedTuple):
    """One kind of file: what is changed there to what, the page that is open, and the sign on it that shows the change."""

    name: str
    file: str
    old: str
    new: str
    page: str
    sign: str = "page"


KINDS = (
    Kind("rate", DISCOUNTS, "percent: 9", "percent: 10", f"quote/{CAR}", "price"),
    Kind("question", "data/questions.yml", "label: ", "label: 別の", "quote/"),
    Kind("telephone", "data/contacts.yml", "0120-131-459", "0120-131-458", "claim/"),
    Kind("fact of the guide", "data/guide/facts/contract.yml", "value: ", "value: 1", "contract/grace/"),
    Kind("glossary", "data/guide/glossary.yml", "text: ", "text: 別の", "glossary/"),
    Kind("story", "data/stories.yml", "told: ", "told: 別の", "payout/"),
    Kind("page", "docs/contract/grace.md", "\n## ", "\n書き足した文です。\n\n## ", "contract/grace/"),
    Kind("style", "docs/assets/css/tokens.css", "{", "{\n  --new: 0;", "contract/grace/"),
    Kind("script", "docs/assets/js/price/quote.js", "\n", "\n// new\n", "quote/"),
    Kind("storyboard", "videos/photos/storyboard.yml", "description: ", "description: 別の", "videos/photos/"),
    Kind("mistake in a rate", DISCOUNTS, "percent:", "persent:", "quote/", "problem"),
    Kind("mistake in a page", "docs/contract/grace.md", "\n## ", "\n[x](../nai.md)\n\n## ", "contract/grace/", "problem"),
)


def saving(browser: Browser, kinds: tuple[Kind, ...] = KINDS, rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """Median and worst milliseconds by kind; every change is made and taken back."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        copy_to(root)
        with serving_copy(root) as address:
            page = browser.new_context(bypass_csp=True).new_page()
            for kind in kinds:
                page.goto("about:blank")
                page.goto(f"{address}/{kind.page}")
                times = _times(page, root / kind.file, kind, rounds)
                found[kind.name] = {"median": median(times), "worst": max(times)}
    return found


def rate_saved(browser: Browser) -> Row:
    """The row for the table: the kind that has the longest way."""
    found = saving(browser, KINDS[:1])["rate"]["median"]
    return Row("rate saved to the visitor's new price shown, make serve", ms(found), "", found, 1500, " ms")


def _times(page: Page, path: Path, kind: Kind, rounds: int) -> list[float]:
    good = path.read_text(encoding="utf-8")
    bad = good.replace(kind.old, kind.new, 1)
    assert bad != good, kind
    seen = {"page": _reloaded, "price": _priced, "problem": _told}[kind.sign]
    times = []
    for turn in range(rounds + 2):
        text = good if turn % 2 else bad
        wait = seen(page, text == bad)
        began = time.perf_counter()
        path.write_text(text, encoding="utf-8")
        wait()
        times.append((time.perf_counter() - began) * 1000)
        page.wait_for_timeout(1500)  # a person looks at it
    return times[2:] if kind.sign != "problem" else times[2::2]


def _reloaded(page: Page, _bad: bool) -> Callable[[], object]:
    page.evaluate("window.old = true")
    return lambda: page.wait_for_function("!window.old && document.readyState !== 'loading'", timeout=SLOWEST)


def _told(page: Page, bad: bool) -> Callable[[], object]:
    return lambda: page.wait_for_function("(bad) => bad === Boolean(document.querySelector('#problem'))", arg=bad, timeout=SLOWEST)


def _priced(page: Page, _bad: bool) -> Callable[[], object]:
    """Wait for another price of the visitor's own answers: the page's sample has another from the start."""
    price = "document.querySelector('[data-price=annual]')?.textContent"
    page.locator("[data-status]:not(:empty)").wait_for(state="attached", timeout=SLOWEST)
    page.evaluate("window.old = true")
    old = page.evaluate(price)
    sign = f"(old) => !window.old && {price} !== old && document.querySelector('[data-status]')?.textContent"
    return lambda: page.wait_for_function(sign, arg=old, timeout=SLOWEST)


def main() -> None:
    """Print every kind."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        for name, times in saving(browser).items():
            print(f"{name:20} median {ms(times['median']):>9}  worst {ms(times['worst']):>9}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
