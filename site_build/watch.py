"""``make serve``: serves the site, follows every change, rebuilds in a fresh process and reloads the browser."""

import queue
import subprocess
import sys
import threading
from http import HTTPStatus
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from site_build import ROOT, SITE, say
from site_build.generate import is_generated
from site_build.server import Handler, SiteServer

WATCHED = ("docs", "data", "overrides", "quote_engine", "site_build", "videos", "video_studio", "mkdocs.yml")
VIDEOS = ROOT / "videos"
OF_A_VIDEO = {"storyboard.yml", "manifest.json"}
"""The files of a video that change its pages; the manifest is written last, when the others are whole."""

SCRIPT_ADDRESS = "/__dev/reload.js"
EVENTS_ADDRESS = "/__dev/events"
SCRIPT = f"""new EventSource("{EVENTS_ADDRESS}").addEventListener("rebuilt", () => location.reload());\n""".encode()
SUFFIX = f'<script src="{SCRIPT_ADDRESS}"></script>'.encode()
"""A script of the same origin, so that the policy stays on while people edit."""

BEAT = 15  # seconds between signs of life; they also notice a browser that has gone


class _Browsers:
    """The open pages that wait for news."""

    def __init__(self) -> None:
        self._waiting: set[queue.SimpleQueue[str]] = set()
        self._lock = threading.Lock()

    def tell(self, event: str) -> None:
        with self._lock:
            for waiting in self._waiting:
                waiting.put(event)

    def answer(self, handler: Handler, path: str) -> bool:
        if path == SCRIPT_ADDRESS:
            handler.send_response(HTTPStatus.OK)
            handler.send_header("Content-Type", "text/javascript")
            handler.send_header("Content-Length", str(len(SCRIPT)))
            handler.end_headers()
            handler.wfile.write(SCRIPT)
            return True
        if path != EVENTS_ADDRESS:
            return False
        handler.close_connection = True
        handler.send_response(HTTPStatus.OK)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Cache-Control", "no-store")
        handler.end_headers()
        self._stream(handler)
        return True

    def _stream(self, handler: Handler) -> None:
        news: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self._lock:
            self._waiting.add(news)
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


class _Sources(DefaultFilter):
    """Changes made by people, not by the build."""

    def __call__(self, change: Change, path: str) -> bool:
        file = Path(path)
        part_of_a_video = file.is_relative_to(VIDEOS) and file.name not in OF_A_VIDEO
        return super().__call__(change, path) and not is_generated(file) and not part_of_a_video


def serve_and_follow(port: int) -> None:
    """Serve until the person at the terminal stops it."""
    browsers = _Browsers()
    try:
        server = SiteServer(SITE, port, answer=browsers.answer, suffix=SUFFIX)
    except OSError as error:
        sys.exit(f"Port {port} is taken ({error.strerror}). Try: make serve PORT={port + 1}")
    built = _build()
    with server:
        say(f"Open {server.url}/ and edit docs/ or data/: the page follows. Ctrl+C stops." if built else
            "Mend the problem above; the site is built again when you save.")
        try:
            for changes in watch(*(ROOT / name for name in WATCHED), watch_filter=_Sources(), debounce=400):
                names = sorted({str(Path(path).relative_to(ROOT)) for _, path in changes})
                say(f"Changed: {', '.join(names[:4])}{' …' if len(names) > 4 else ''}")
                if _build():
                    browsers.tell("rebuilt")
                    say(f"Ready at {server.url}/")
                else:
                    say("The last good site stays until this is mended.")
        except KeyboardInterrupt:
            pass


def _build() -> bool:
    # A fresh process sees changed code as well as changed text.
    return subprocess.run([sys.executable, "-m", "site_build", "build"], cwd=ROOT, check=False).returncode == 0
