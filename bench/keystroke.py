"""From a key pressed in the quote form to the new price painted."""

from statistics import quantiles

from playwright.sync_api import Browser

from bench.server import BenchServer

CONTROL = '[data-question="grade"] select'
PRICE = '[data-price="annual"]'

SNAPSHOT_KEPT = """async () => {
  const cache = await caches.open("engine-snapshots");
  while (!(await cache.keys()).length) await new Promise((go) => setTimeout(go, 100));
}"""

WATCH = """(price) => {
  window.painted = [];
  let pressed = null;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    const text = document.querySelector(price)?.textContent;
    if (pressed === null || text === window.shownPrice) return;
    window.shownPrice = text;
    const from = pressed;
    pressed = null;
    // The frame is drawn after its callbacks; a message posted from one arrives once it is.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push(performance.now() - from);
      port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  window.shownPrice = document.querySelector(price).textContent;
}"""


def keystroke_to_paint(browser: Browser, server: BenchServer, presses: int = 120) -> dict[str, float]:
    """Milliseconds at the median and the 95th percentile; the first few presses warm the engine up."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{server.base}/quote/")
    control = page.locator(CONTROL).first
    control.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "() => caches.open('engine-snapshots').then(async (cache) => (await cache.keys()).length > 0)"
    )
    page.evaluate(WATCH, PRICE)
    for number in range(presses + 20):
        before = page.evaluate("painted.length")
        # Up and down in turns of five, so that each press meets another grade.
        page.keyboard.press("ArrowDown" if number // 5 % 2 else "ArrowUp")
        page.wait_for_function("(before) => painted.length > before", arg=before, timeout=5_000)
        page.wait_for_timeout(150)  # a quick typist; the second message of the reply has time to come
    times = page.evaluate("painted")[20:]
    page.context.close()
    cuts = quantiles(times, n=20)
    return {"median": cuts[9], "p95": cuts[18], "presses": len(times)}
