import hashlib
import json
from pathlib import Path

import pytest
import yaml

from quote_engine.desk import Desk
from tests.runtime import engine_page
from tests.runtime.engine_page import ASK_ONCE, SNAPSHOT_KEPT, START, open_page
from tests.runtime.random_answers import answer_sets

ROOT = Path(__file__).resolve().parents[2]
BATCH = 200


@pytest.fixture(scope="module")
def book_text():
    return engine_page.book_text()


@pytest.fixture(scope="module")
def desk(book_text):
    return Desk(book_text)


@pytest.fixture(scope="module")
def example():
    return engine_page.example_request()


@pytest.fixture
def quiet(page):
    open_page(page)
    return page


def keep_a_snapshot(page, example):
    result = page.evaluate(ASK_ONCE, example)
    assert result["seen"]["ready"] == {"snapshot": False}
    page.evaluate(SNAPSHOT_KEPT, 1)
    open_page(page)
    return result["reply"]


def test_worker_starts_tells_its_progress_and_answers(quiet, desk, example):
    result = quiet.evaluate(ASK_ONCE, example)
    assert result["reply"] == json.loads(desk.reply(json.dumps(example | {"id": 1})))
    fractions = [step["fraction"] for step in result["seen"]["progress"]]
    assert fractions == sorted(fractions)
    assert {step["stage"] for step in result["seen"]["progress"]} == {"download", "python", "engine"}


def test_browser_equals_cpython_byte_for_byte(quiet, desk, book_text):
    book = json.loads(book_text)
    answers = [*case_answers(), *(START | example["answers"] for example in book["examples"])]
    named = len(answers)
    assert named > 60
    answers += answer_sets(book, 1000)
    requests = [json.dumps({"id": i, "ask": "page", "answers": each}) for i, each in enumerate(answers)]
    requests += [
        json.dumps({"id": i, "ask": "alternatives", "answers": each}) for i, each in enumerate(answers[:named:8])
    ]
    requests += [
        "{}",
        '{"ask": "nothing"}',
        json.dumps({"ask": "compare", "set_ups": [{"label": "A", "answers": answers[0]}]}),
    ]
    expected = [desk.reply(request) for request in requests]
    statuses = [json.loads(reply).get("quote", {}).get("status") for reply in expected]
    assert min(statuses.count(status) for status in ("quoted", "declined", "invalid")) > 20
    quiet.evaluate("async () => { window.own = await workerFor(false); }")
    for start in range(0, len(requests), BATCH):
        batch = requests[start : start + BATCH]
        got = quiet.evaluate("async (texts) => hashes(await own.ask(texts))", batch)
        for request, wanted, hashed in zip(batch, expected[start:], got, strict=False):
            if hashlib.sha256(wanted.encode("utf-16-le", "surrogatepass")).hexdigest() != hashed:
                text = quiet.evaluate("async (text) => (await own.ask([text]))[0]", request)
                assert text == wanted, request


def case_answers():
    found = []
    for path in sorted((ROOT / "data" / "cases").rglob("*.yml")):
        found += list(answers_in(yaml.safe_load(path.read_text(encoding="utf-8"))))
    return json.loads(json.dumps(found, default=str))


def answers_in(value):
    """Every `answers` mapping of a case file, wherever it stands."""
    if isinstance(value, dict):
        if isinstance(value.get("answers"), dict):
            yield value["answers"]
        for key, inner in value.items():
            if key != "answers":
                yield from answers_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from answers_in(inner)


def test_second_visit_starts_from_the_snapshot_and_answers_the_same(quiet, example):
    first = keep_a_snapshot(quiet, example)
    second = quiet.evaluate(ASK_ONCE, example)
    assert second["seen"]["ready"] == {"snapshot": True}
    assert second["reply"] == first


@pytest.mark.parametrize("damage", ["flipped", "cut", "consistent"])
def test_damaged_snapshot_is_deleted_and_the_start_repeated(quiet, example, damage):
    first = keep_a_snapshot(quiet, example)
    quiet.evaluate(
        """async (damage) => {
          const cache = await caches.open("engine-snapshots");
          const [key] = await cache.keys();
          const stored = await cache.match(key);
          let bytes = new Uint8Array(await stored.arrayBuffer());
          let digest = stored.headers.get("x-digest");
          if (damage === "cut") bytes = bytes.slice(0, bytes.length / 2);
          else bytes.fill(7, 1000, damage === "flipped" ? 1001 : bytes.length);
          if (damage === "consistent") [digest] = [(await crypto.subtle.digest("SHA-256", bytes))].map((hash) =>
            Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join(""));
          await cache.put(key, new Response(bytes, { headers: { "x-digest": digest } }));
        }""",
        damage,
    )
    again = quiet.evaluate(ASK_ONCE, example)
    assert again["seen"]["ready"] == {"snapshot": False}
    assert again["reply"] == first


def test_snapshots_of_older_releases_are_removed(quiet, example):
    quiet.evaluate("async () => (await caches.open('engine-snapshots')).put('/app/snapshot?old', new Response('x'))")
    quiet.evaluate(ASK_ONCE, example)
    quiet.evaluate(
        "async () => { while ((await snapshots()).some((url) => url.endsWith('old'))) await new Promise((go) => setTimeout(go, 50)); }"
    )
    quiet.evaluate(SNAPSHOT_KEPT, 1)
