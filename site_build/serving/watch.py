"""``make serve``: serves the site, follows every change, and shows in the browser what came of it, or what is broken."""

import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from watchfiles import Change, DefaultFilter, watch

from site_build import INPUTS, ROOT, say
from site_build.generate import is_generated
from site_build.problem_page import STYLE, STYLE_ADDRESS, problem_page
from site_build.serving.server import Handler, SiteServer

SERVED = ROOT / "build" / "serve"
LOG = ROOT / "build" / "serve.log"
SETTINGS = {"netlify.toml", "Makefile", "requirements.txt", "package.json", "package-lock.json"}
"""Nothing of them stands on a page of its own accord: who changes them starts the server again."""
WATCHED = tuple(name for name in INPUTS if name not in SETTINGS)
CODE = tuple(name for name in WATCHED if any((ROOT / name).glob("*.py")))

SCRIPT_ADDRESS = "/__dev/reload.js"
EVENTS_ADDRESS = "/__dev/events"
SCRIPT = f"""const build = new URL(document.currentScript.src).search;
new EventSource("{EVENTS_ADDRESS}" + build).addEventListener("news", () => location.reload());
"""
"""A script of the same origin, so that the policy stays on while people edit. It names the build that its page is of."""

BEAT = 15  # seconds between signs of life; they also notice a browser that has gone
PAUSE = 50  # milliseconds without a further change before a build starts: some editors save in two steps


class _Browsers:
    """The open pages that wait for news, and what they get in place of a page while something is broken."""

    def __init__(self) -> None:
        self.problem = b""
        self.build = 0
        self._waiting: set[queue.SimpleQueue[str]] = set()
        self._lock = threading.Lock()

    def tell(self) -> None:
        with self._lock:
            self.build += 1
            for waiting in self._waiting:
                waiting.put("news")

    @property
    def suffix(self) -> bytes:
        """What is added to each page."""
        return f'<script src="{SCRIPT_ADDRESS}?{self.build}"></script>'.encode()

    def answer(self, handler: Handler, path: str) -> bool:
        if path == SCRIPT_ADDRESS:
            _send(handler, SCRIPT.encode(), "text/javascript")
        elif path == STYLE_ADDRESS:
            _send(handler, STYLE.encode(), "text/css")
        elif path == EVENTS_ADDRESS:
            self._stream(handler)
        elif self.problem and (path.endswith(("/", ".html")) or "." not in path.rpartition("/")[2]):
            _send(handler, self.problem + self.suffix, "text/html; charset=utf-8", HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            return False
        return True

    def _stream(self, handler: Handler) -> None:
        handler.close_connection = True
        handler.send_response(HTTPStatus.OK)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Cache-Control", "no-store")
        handler.end_headers()
        news: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self._lock:
            self._waiting.add(news)
            if handler.path.partition("?")[2] != str(self.build):
                news.put("news")  # the page is older than the last build: it was on its way when that was told
        try:
            while True:
                try:
                    line = f"event: {news.get(timeout=BEAT)}\ndata: 1\n\n"
                except queue.Empty:
                    line = ": still here\n\n"
                handler.wfile.write(line.encode())
                handler.wfile.flush()
        except OSError:
            pass  # the page was closed
        finally:
            with self._lock:
                self._waiting.discard(news)


def _send(handler: Handler, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.send_header("Cache-Control", "no-store")
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


class _Sources(DefaultFilter):
    """Changes made by people, not by the build."""

    def __call__(self, change: Change, path: str) -> bool:
        file = Path(path)
        return super().__call__(change, path) and not is_generated(file)


class _Builder:
    """The warm process that builds; a change of code gets a fresh one."""

    def __init__(self) -> None:
        self._process = self._start()

    def build(self, *, afresh: bool = False) -> dict[str, Any]:
        if afresh or self._process.poll() is not None:
            self.stop()
            self._process = self._start()
        pipes = self._process
        assert pipes.stdout is not None  # noqa: S101  (for the type checker)
        try:
            self._ask("build")
            answer = pipes.stdout.readline()
        except OSError:
            answer = ""
        if not answer:
            return {"kind": "code", "problem": LOG.read_text(encoding="utf-8", errors="replace") or "The build ended without a word."}
        found: dict[str, Any] = json.loads(answer)
        return found

    def finish(self) -> None:
        """Let it bring up to date what nobody waits for."""
        with suppress(OSError):  # it has ended; the next build says why
            self._ask("finish")

    def _ask(self, request: str) -> None:
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.write(f"{request}\n")
        self._process.stdin.flush()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "site_build", "workshop"]
        pipe = subprocess.PIPE
        with LOG.open("w", encoding="utf-8") as log:
            return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=log, text=True, encoding="utf-8")


def serve_and_follow(port: int) -> None:
    """Serve until the person at the terminal stops it."""
    browsers = _Browsers()
    SERVED.mkdir(parents=True, exist_ok=True)
    try:
        server = SiteServer(SERVED, port, answer=browsers.answer)
    except OSError as error:
        sys.exit(f"Port {port} is taken ({error.strerror}). Try: make serve PORT={port + 1}")
    say("Building the site (some seconds)")
    builder = _Builder()
    try:
        _show(builder, builder.build(), browsers, server)
        with server:
            say(f"Open {server.url}/ and edit docs/ or data/: the page follows. Ctrl+C stops.")
            for changes in watch(*(ROOT / name for name in WATCHED), watch_filter=_Sources(), debounce=400, step=PAUSE):
                names = sorted({Path(path).relative_to(ROOT).as_posix() for _, path in changes})
                say(f"Changed: {', '.join(names[:4])}{' …' if len(names) > 4 else ''}")
                code = any(name.startswith(CODE) and name.endswith((".py", ".mjs")) for name in names)
                _show(builder, builder.build(afresh=code), browsers, server)
    except KeyboardInterrupt:
        pass
    finally:
        builder.stop()


def _show(builder: _Builder, answer: dict[str, Any], browsers: _Browsers, server: SiteServer) -> None:
    browsers.problem = problem_page(answer["kind"], answer["problem"]) if "problem" in answer else b""
    browsers.tell()
    server.suffix = browsers.suffix
    if "problem" in answer:
        print(f"\n{answer['problem']}\nThe browser shows this until it is mended.", flush=True)
    else:
        builder.finish()
        say(f"Ready after {answer['seconds']} s")
