"""What every visitor of a calculating page does: wait for Python, read the result, read the answers in the address."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

READY = 60_000  # ms; the machine may be busy with other tests
ADDRESS = 200  # ms; the address follows the answers at most this much later


def ready(page, address):
    """Open the page and wait until Python has answered what is on it."""
    page.goto(address)
    wait_ready(page)


def wait_ready(page):
    expect(page.locator("[data-progress]")).to_be_hidden(timeout=READY)
    expect(page.locator("[data-status]")).not_to_be_empty(timeout=READY)


def answered(page):
    """Wait until the page shows the answer to all that was asked, and its address says so."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=READY)
    page.wait_for_timeout(ADDRESS)
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=READY)


def answers_in(page):
    answered(page)
    return {id_: values[0] for id_, values in parse_qs(urlsplit(page.url).fragment).items()}


def result(page):
    return page.locator("[data-result]")
