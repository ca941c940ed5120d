import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from quote_engine.desk import Desk
from tests.runtime.random_answers import answer_sets

ROOT = Path(__file__).resolve().parents[2]
QUIET_PAGE = "/privacy/"  # a page of the site, under its policy, that does not start the engine itself
BATCH = 200
START = {"start_date": "2026-12-01"}  # the model cases leave it open

HELPERS = """() => {
  window.workerFor = async (snapshot) => {
    const manifest = await (await fetch("/app/manifest.json")).json();
    const worker = new Worker(manifest.worker, { type: "module" });
    const stages = [];
    const ready = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data.progress) stages.push(data.progress);
        else resolve(data);
      };
      worker.postMessage({ start: manifest, snapshot });
    });
    const ask = (texts) => new Promise((resolve) => {
      const replies = [];
      worker.onmessage = ({ data }) => {
        replies.push(data.text ?? JSON.stringify(data));
        if (replies.length === texts.length) resolve(replies);
      };
      texts.forEach((text, id) => worker.postMessage({ id, text }));
    });
    return { worker, ready, stages, ask };
  };
  window.hashes = (texts) => Promise.all(texts.map(async (text) => {
    const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)); // UTF-16, so that lone surrogates count too
    const hash = await crypto.subtle.digest("SHA-256", units);
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }));
  window.client = async (options = {}) => {
    const { createEngine } = await import("/assets/js/engine-client.js");
    const seen = { progress: [], ready: null, failure: null };
    const engine = createEngine({
      onProgress: (step) => seen.progress.push(step),
      onReady: (how) => { seen.ready = how; },
      onFailure: (why) => { seen.failure = why; },
      ...options,
    });
    const settled = async () => { while (!seen.ready && !seen.failure) await new Promise((go) => setTimeout(go, 20)); };
    return { engine, seen, settled };
  };
  window.snapshots = async () => {
    const cache = await caches.open("engine-snapshots");
    return (await cache.keys()).map((request) => request.url);
  };
}"""

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


@pytest.fixture(scope="module")
def book_text():
    (book,) = (ROOT / "site" / "app").glob("book.*.json")
    return book.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def desk(book_text):
    return Desk(book_text)


@pytest.fixture(scope="module")
def example(book_text):
    return {"ask": "quote", "answers": START | json.loads(book_text)["examples"][0]["answers"]}


@pytest.fixture
def quiet(page):
    open_page(page)
    return page


def open_page(page):
    page.goto(QUIET_PAGE)
    page.evaluate(HELPERS)


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


def test_storage_that_refuses_does_not_stop_the_start(quiet, example):
    quiet.route(
        re.compile(r"/app/worker\."),
        lambda route: with_prelude(
            route,
            "delete self.caches; Object.defineProperty(self, 'caches', { get() { throw new Error('no storage'); } });",
        ),
    )
    result = quiet.evaluate(ASK_ONCE, example)
    assert result["seen"]["failure"] is None
    assert result["reply"]["quote"]["status"] == "quoted"


def with_prelude(route, prelude):
    response = route.fetch()
    route.fulfill(response=response, body=prelude + response.text())


def test_without_webassembly_it_fails_at_once(page):
    page.add_init_script("delete globalThis.WebAssembly")
    open_page(page)
    seen = page.evaluate(ASK_ONCE, {"ask": "quote", "answers": {}})["seen"]
    assert seen["failure"]["reason"] == "no-webassembly"


@pytest.mark.parametrize(
    "pattern",
    [r"\.wasm$", r"/app/stdlib\.", r"/app/engine\.", r"/app/book\.", r"pyodide\.asm\.mjs$", r"/app/manifest\.json$"],
)
def test_a_file_that_does_not_arrive_is_a_failure_at_once(quiet, pattern):
    quiet.route(re.compile(pattern), lambda route: route.abort())
    seen = quiet.evaluate(ASK_ONCE, {"ask": "quote", "answers": {}})["seen"]
    assert seen["failure"]["reason"] == "download"
    quiet.unroute_all()


def test_a_policy_that_forbids_wasm_is_a_failure_at_once(quiet):
    # As Chromium does without 'wasm-unsafe-eval'; a real violation would fail every test of this site.
    forbidden = "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('refused'); } };"
    quiet.route(re.compile(r"/app/worker\."), lambda route: with_prelude(route, forbidden))
    seen = quiet.evaluate(ASK_ONCE, {"ask": "quote", "answers": {}})["seen"]
    assert seen["failure"]["reason"] == "no-webassembly"


def test_retry_after_a_failure_prices_the_waiting_question(quiet, example):
    quiet.route(re.compile(r"\.wasm$"), lambda route: route.abort())
    quiet.evaluate(
        """async (request) => {
          window.own = await client();
          window.answer = own.engine.ask(request, { newestOf: "page" });
          await own.settled();
        }""",
        example,
    )
    assert quiet.evaluate("own.engine.state") == "failed"
    quiet.unroute_all()
    reply = quiet.evaluate("() => { own.engine.retry(); return answer; }")
    assert reply["quote"]["status"] == "quoted"


def test_silence_is_a_failure_after_the_time_set(quiet):
    quiet.route(
        re.compile(r"/app/worker\."),
        lambda route: route.fulfill(body="onmessage = () => {};", content_type="text/javascript"),
    )
    seen = quiet.evaluate(
        "async () => { const { engine, seen, settled } = await client({ patience: 300 }); engine.start(); await settled(); return seen; }"
    )
    assert seen["failure"]["reason"] == "timeout"


def test_a_late_start_still_counts(quiet, example):
    result = quiet.evaluate(
        """async (request) => {
          const { engine, seen, settled } = await client({ patience: 30 });
          const answer = engine.ask(request);
          await settled();
          while (!seen.ready) await new Promise((go) => setTimeout(go, 20));
          return { failure: seen.failure, reply: await answer };
        }""",
        example,
    )
    assert result["failure"]["reason"] == "timeout"
    assert result["reply"]["quote"]["status"] == "quoted"


def test_only_the_newest_question_of_a_channel_is_answered(quiet, example):
    replies = quiet.evaluate(
        """async (request) => {
          const { engine } = await client();
          const asked = [1, 2, 3].map(() => engine.ask(request, { newestOf: "page" }));
          const other = engine.ask(request, { newestOf: "alternatives" });
          const early = await Promise.all([...asked, other]);
          const onItsWay = engine.ask(request, { newestOf: "page" });
          const newer = engine.ask(request, { newestOf: "page" });
          return [...early, ...await Promise.all([onItsWay, newer])].map((reply) => reply && reply.id);
        }""",
        example,
    )
    assert replies == [None, None, 3, 4, None, 6]
