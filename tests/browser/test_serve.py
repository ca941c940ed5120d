"""``make serve`` in a real browser: a broken file takes the place of the page, a mended one brings it back."""

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("data", "docs", "overrides", "quote_engine", "site_build", "video_studio", "videos")
LINKS = ("node_modules", ".venv")
SLOWEST = 15_000  # ms, on a machine that does other work too


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """A copy of the repository that is being served, and its address."""
    root = tmp_path_factory.mktemp("served")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "package.json"):
        shutil.copyfile(ROOT / name, root / name)
    for name in LINKS:
        (root / name).symlink_to((ROOT / name).resolve())
    shutil.copytree(ROOT / "build" / "runtime", root / "build" / "runtime")
    command = [sys.executable, "-m", "site_build", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    address = next(found[0] for line in server.stdout if (found := re.search(r"http://[\d.:]+", line)))
    yield root, address
    server.send_signal(signal.SIGINT)
    server.communicate()


@pytest.fixture(scope="session")
def home(served):
    return served[1]


def change(root, file, old, new):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_mistake_takes_the_place_of_the_page_until_it_is_mended(served, page):
    root, address = served
    page.goto(f"{address}/quote/#vehicle_type=kei_passenger&grade=11")
    expect(page.locator("h1")).to_contain_text("あなたの掛金")
    discounts = "data/editions/2020-04-01/discounts.yml"
    change(root, discounts, "percent:", "persent:")
    expect(page.locator("h1")).to_contain_text("データに誤りがあります", timeout=SLOWEST)
    told = page.locator("#problem").inner_text()
    assert re.search(rf"{discounts}:\d+:\d+: 割引に「persent」という項目はありません。\n.*persent:\n *\^", told)
    page.goto(f"{address}/about/")
    expect(page.locator("h1")).to_contain_text("データに誤りがあります")
    page.goto(f"{address}/quote/#vehicle_type=kei_passenger&grade=11")
    change(root, discounts, "persent:", "percent:")
    expect(page.locator("#problem")).to_have_count(0, timeout=SLOWEST)
    expect(page.locator("[name=grade]").first).to_have_value("11")


def test_answers_survive_the_reload_and_the_change_is_seen(served, page):
    root, address = served
    page.goto(f"{address}/quote/#vehicle_type=passenger")
    page.locator("[name=vehicle_type]").first.select_option("kei_passenger")
    expect(page).to_have_url(re.compile("vehicle_type=kei_passenger"))
    page.evaluate("window.old = true")
    change(root, "docs/quote/index.md", "\n---\n", "\n---\n\n書き足した文です。\n")
    expect(page.locator("body")).to_contain_text("書き足した文です。", timeout=SLOWEST)
    assert page.evaluate("window.old") is None
    expect(page.locator("[name=vehicle_type]").first).to_have_value("kei_passenger")


@pytest.mark.parametrize(("file", "old", "new", "told"), [
    ("docs/contract/grace.md", "\n## ", "\n[x](../nai.md)\n\n## ", "リンク「../nai.md」: そのページか絵がありません。"),
    ("docs/contract/grace.md", "\n## ", "\n{{ fact('nai') }}\n\n## ", "「nai」という事実はありません。"),
    ("site_build/opening.py", "import", "imprt", "SyntaxError"),
])  # fmt: skip
def test_every_kind_of_mistake_is_shown_and_goes(served, page, file, old, new, told):
    root, address = served
    page.goto(f"{address}/contract/grace/")
    change(root, file, old, new)
    expect(page.locator("#problem")).to_contain_text(told, timeout=SLOWEST)
    change(root, file, new, old)
    began = time.perf_counter()
    expect(page.locator("#problem")).to_have_count(0, timeout=4 * SLOWEST)
    print(f"{file}: {time.perf_counter() - began:.1f} s")
