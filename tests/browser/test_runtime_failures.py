import re

import pytest

from tests.runtime.engine_page import ASK_ONCE, example_request, open_page


@pytest.fixture(scope="module")
def example():
    return example_request()


@pytest.fixture
def quiet(page):
    open_page(page)
    return page


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
          const { engine, seen, settled } = await client({ patience: 400 });
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
