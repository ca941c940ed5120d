"""How fast the tools' pages answer: from an input to the new figure painted, in the browser."""

from collections.abc import Callable
from statistics import quantiles

from playwright.sync_api import Browser, Page

from bench.keystroke import SNAPSHOT_KEPT
from bench.server import BenchServer

PRESSES = 60
WARM = 10
ANSWERS = "vehicle_type=passenger&prior_contract=true&grade=11&birth_date=1981-05-20&age_condition=35&own_damage=general&years=15&accidents=2.three_down"

STRONGEST = (
    "vehicle_type=passenger&prior_contract=true&grade=11&birth_date=1981-05-20&age_condition=any&own_damage=general"
    "&own_damage_deductible=0&personal_injury=unlimited&passenger_injury=10000000&incidental_expenses=true"
    "&earthquake_lump_sum=true&no_fault=true&legal_expenses=true&bicycle_liability=true&my_bike=true&change_drivers=true&budget=9000"
)
"""The set-up with the most ways down, and drivers that may change too: nothing takes longer to enumerate."""

ACCIDENT = (
    "vehicle_type=passenger&prior_contract=true&grade=11&birth_date=1981-05-20&age_condition=35&own_damage=general&accident=car_collision"
    "&own_fault_percent=60&own_damage_loss=600000&injury_loss=90000000&hospital_days=20&third_party_property_loss=800000"
    "&third_party_injury_loss=2500000"
)

WATCH = """(place) => {
  window.painted = [];
  let from = null;
  addEventListener("input", () => { from = performance.now(); }, true);
  new MutationObserver(() => {
    if (from === null) return;
    const started = from;
    from = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push(performance.now() - started);
      port2.postMessage(null);
    });
  }).observe(document.querySelector(place), { subtree: true, childList: true, characterData: true });
}"""


def outlook_of_fifteen_years(browser: Browser, server: BenchServer) -> dict[str, float]:
    """Another kind of accident in the outlook of 15 years."""
    kinds = ("one_down", "three_down", "six_down")
    page = _open(browser, server, "outlook", "[data-result]")
    return _measured(page, lambda number: page.get_by_label("どんな事故").select_option(kinds[number % 3]))


def use_or_pay_answers(browser: Browser, server: BenchServer) -> dict[str, float]:
    """Another repair, typed in."""
    page = _open(browser, server, "use-or-pay", "[data-result]")
    loss = page.get_by_label("修理代（万円）")
    return _measured(page, lambda number: loss.fill(str(30 + number)))


def ideas_for_a_budget(browser: Browser, server: BenchServer) -> dict[str, float]:
    """Another budget, typed in, for the set-up with the most to enumerate."""
    page = _open(browser, server, "ideas", "[data-result]", STRONGEST)
    budget = page.get_by_label("掛金の予算（円）")
    return _measured(page, lambda number: budget.fill(str(6000 + 100 * number)))


def payout_answers(browser: Browser, server: BenchServer) -> dict[str, float]:
    """Another repair, typed in, for an accident with losses on every side."""
    page = _open(browser, server, "payout", "[data-result]", ACCIDENT)
    loss = page.get_by_label("自分の車の損害（万円）")
    return _measured(page, lambda number: loss.fill(str(61 + number)))


def _open(browser: Browser, server: BenchServer, name: str, place: str, answers: str = ANSWERS) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{server.base}/{name}/#{answers}")
    page.evaluate(SNAPSHOT_KEPT)
    page.locator("[data-status]:not(:empty)").wait_for(state="attached")
    page.evaluate(WATCH, place)
    return page


def _measured(page: Page, change: Callable[[int], object]) -> dict[str, float]:
    for number in range(PRESSES + WARM):
        before = page.evaluate("painted.length")
        change(number)
        page.wait_for_function("(before) => painted.length > before", arg=before, timeout=5_000)
        page.wait_for_timeout(100)
    times = page.evaluate("painted")[WARM:]
    page.context.close()
    cuts = quantiles(times, n=20)
    return {"median": cuts[9], "p95": cuts[18], "presses": len(times)}
