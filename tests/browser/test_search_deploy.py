"""The search of a page that stays open while a newer site takes the place of the one it came from."""

import shutil

import pytest
from playwright.sync_api import expect

from site_build import SITE
from site_build.finishing.search import write_search
from site_build.serving.server import SiteServer
from tests.sources import SOURCES


@pytest.fixture
def deployed(tmp_path):
    """A site of its own, which a newer one can replace."""
    shutil.copytree(SITE, tmp_path / "site", ignore=shutil.ignore_patterns("pyodide", "*.mp4", "social"))
    with SiteServer(tmp_path / "site") as server:
        yield server


@pytest.fixture
def home(deployed):
    return deployed.url


def test_an_index_that_a_newer_one_has_replaced_is_loaded_anew(page, deployed):
    page.goto(f"{deployed.url}/about/")
    page.get_by_role("button", name="さがす").click()
    dialog = page.get_by_role("dialog")
    field, status = page.get_by_role("searchbox"), dialog.get_by_role("status")
    field.fill("台風")
    expect(status).to_contain_text("「台風」")
    site = deployed.folder
    about = site / "about" / "index.html"
    about.write_text(about.read_text(encoding="utf-8").replace("</article>", "<p>孔雀が鳴く夜</p></article>"), encoding="utf-8")
    shutil.rmtree(site / "pagefind")
    write_search(site, SOURCES)
    for words, title in (("孔雀", "このサイトについて"), ("補償", "補償を知る"), ("弁護士費用", "特約の一覧")):
        field.fill(words)
        expect(status).to_contain_text(f"「{words}」")
        expect(dialog.locator("ol").get_by_role("link", name=title, exact=True)).to_be_visible()
