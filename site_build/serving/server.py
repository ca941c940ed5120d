"""A small web server that answers as the host will: the headers of ``_headers``, folders, byte ranges, the 404 page, forms."""

import email.utils
import mimetypes
import re
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from site_build.finishing.headers import headers_for, parse_headers

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".xml": "application/xml; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".mp4": "video/mp4",
    ".webp": "image/webp",
}
FORM_ADDRESS = "/thanks/"
LONGEST_FORM = 20_000  # bytes; 400 characters are at most 3,600 when sent
RANGE = re.compile(r"bytes=(\d*)-(\d*)$")

Extra = Callable[["Handler", str], bool]
"""Answers a request itself and says so, or leaves it to the server."""


class SiteServer(ThreadingHTTPServer):
    """Serves one folder. ``with SiteServer(folder) as server`` runs it in a thread at ``server.url``."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, port: int = 0, *, answer: Extra | None = None, suffix: bytes = b"") -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.folder = folder
        self.answer = answer  # the development server's own addresses
        self.suffix = suffix  # what the development server adds to each page
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up early is no error worth a traceback."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: SiteServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        path = unquote(urlsplit(self.path).path)
        if self.server.answer and self.server.answer(self, path):
            return
        file = self._file(path)
        if file is None:
            self._send(path, self.server.folder / "404.html", HTTPStatus.NOT_FOUND)
        elif file.is_dir():
            self._redirect(path + "/")
        else:
            self._send(path, file, HTTPStatus.OK)

    do_HEAD = do_GET  # noqa: N815  (the name is the library's)

    def do_POST(self) -> None:
        """Take a form as the host takes it: thank, and keep nothing. Only the page that thanks can be sent to."""
        self.close_connection = True  # whatever was not read of the body ends with the connection
        length = self.headers.get("Content-Length", "")
        if urlsplit(self.path).path != FORM_ADDRESS:
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        elif not length.isdecimal() or int(length) > LONGEST_FORM:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self.rfile.read(int(length))
            self._send(FORM_ADDRESS, self.server.folder / "thanks" / "index.html", HTTPStatus.OK)

    def log_message(self, *_: object) -> None:
        """Stay silent: the terminal belongs to the build."""

    def _file(self, path: str) -> Path | None:
        folder = self.server.folder.resolve()
        file = (folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(folder) or file.name in {"_headers", "_redirects"}:
            return None
        if path.endswith("/"):
            file /= "index.html"
        return file if file.exists() else None

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, path: str, file: Path, status: HTTPStatus) -> None:
        body = file.read_bytes() if file.exists() else b"404"
        if file.suffix == ".html":
            body += self.server.suffix
        total = len(body)
        span = self._span(total) if status is HTTPStatus.OK else None
        if span:
            body = body[span[0] : span[1] + 1]
            status = HTTPStatus.PARTIAL_CONTENT
        self.send_response(status)
        self.send_header("Content-Type", _type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        if span:
            self.send_header("Content-Range", f"bytes {span[0]}-{span[1]}/{total}")
        if file.exists():
            self.send_header("Last-Modified", email.utils.formatdate(file.stat().st_mtime, usegmt=True))
        for name, value in self._headers(path):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _headers(self, path: str) -> list[tuple[str, str]]:
        rules = self.server.folder / "_headers"
        found = headers_for(parse_headers(rules.read_text(encoding="utf-8")), path) if rules.exists() else []
        if not any(name == "Cache-Control" for name, _ in found):
            found.append(("Cache-Control", "public, max-age=0, must-revalidate"))
        return found

    def _span(self, total: int) -> tuple[int, int] | None:
        asked = RANGE.match(self.headers.get("Range", ""))
        if not asked or asked[1] == asked[2] == "":
            return None
        if asked[1] == "":
            return max(0, total - int(asked[2])), total - 1
        first, last = int(asked[1]), min(int(asked[2] or total - 1), total - 1)
        return (first, last) if first <= last else None


def _type(file: Path) -> str:
    return TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
