"""The built site, served by the project's own server, in a real browser that may not leave it."""

import os

import pytest
from playwright.sync_api import expect

from rulebook.today import DAY
from site_build import SITE
from site_build.serving.server import SiteServer
from tests.browser.axe import looking
from tools.browser import ARGUMENTS, find

# Waiting is bounded for those who fail, not for a machine that is busy with other tests.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def base_url():
    if not (SITE / "index.html").exists():
        pytest.exit("There is no site/ yet: run `make site` first.", 2)
    with SiteServer(SITE) as server:
        yield server.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, playwright):
    path = find(playwright) or pytest.exit("No browser found: run `make browser`.", 2)
    return {**browser_type_launch_args, "executable_path": path, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser(browser):
    """Where the environment names another day, all pages live on its morning; in Greenwich it is the day before still."""
    day, new_context = os.environ.get(DAY), browser.new_context

    def on_that_day(**options):
        context = new_context(**options)
        context.clock.set_fixed_time(f"{day}T08:00:00+09:00")
        return context

    if day:
        browser.new_context = on_that_day
    return browser


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "ja-JP", "timezone_id": "Asia/Tokyo"}


@pytest.fixture(scope="session")
def home(base_url):
    """The one address that pages may ask; a module with a site of its own overrides it."""
    return base_url


@pytest.fixture(autouse=True)
def stays_at_home(context, home):
    """No page may break the policy, ask another origin for anything, or fail in its script."""
    blocked, abroad, failed = [], [], []
    context.on("console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text and not looking else None)
    context.on("request", lambda request: None if request.url.startswith((home, "data:", "blob:")) else abroad.append(request.url))
    context.on("weberror", lambda error: failed.append(str(error.error)))
    yield
    assert not blocked, blocked
    assert not abroad, abroad
    assert not failed, failed
