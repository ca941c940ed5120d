"""A local server that compresses as a CDN does and writes down what each visit fetched."""

import hashlib
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
CACHE = ROOT / "build" / "bench"
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}
IMMUTABLE = ("/app/", "/pyodide/", "/stock/")
CDN, BEST = 5, 11
"""Brotli qualities: what CDNs use on the fly, and the most there is."""


class BenchServer(ThreadingHTTPServer):
    """Serves the site, and beside it the folders and texts that are compared with it."""

    daemon_threads = True

    def __init__(self, folders: dict[str, Path], texts: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folders = folders
        self.texts = texts
        self.fetched: list[str] = []
        self.base = f"http://localhost:{self.server_port}"

    def content(self, path: str) -> bytes | None:
        """The bytes under an address, if there are any."""
        if path in self.texts:
            return self.texts[path]
        for prefix, folder in self.folders.items():
            if path.startswith(prefix):
                file = (folder / path.removeprefix(prefix)).resolve()
                file = file / "index.html" if file.is_dir() else file
                if file.is_file() and file.is_relative_to(folder.resolve()):
                    return file.read_bytes()
        return None

    def weight(self, paths: list[str], quality: int) -> int:
        """Bytes on the wire for these addresses."""
        return sum(len(compressed(self.content(path) or b"", quality)) for path in paths)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: BenchServer

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        data = self.server.content(path)
        if data is None:
            self.send_error(404)
            return
        self.server.fetched.append(path)
        data = compressed(data, CDN)
        suffix = Path(path).suffix or ".html"
        self.send_response(200)
        self.send_header(
            "Content-Type", TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        )
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(data)))
        fixed = path.startswith(IMMUTABLE) and path != "/app/manifest.json"
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if fixed else "no-cache")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folders: dict[str, Path], texts: dict[str, bytes]) -> Iterator[BenchServer]:
    """A running server; all that it may be asked for often is compressed beforehand."""
    server = BenchServer(folders, texts)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


_memory: dict[tuple[bytes, int], bytes] = {}


def compressed(data: bytes, quality: int) -> bytes:
    """Brotli of `data`, kept in build/ because the best quality takes half a minute."""
    digest = hashlib.sha256(data)
    key = (digest.digest(), quality)
    if key not in _memory:
        file = CACHE / f"{digest.hexdigest()[:20]}.{quality}.br"
        if not file.is_file():
            CACHE.mkdir(parents=True, exist_ok=True)
            file.write_bytes(brotli.compress(data, quality=quality))
        _memory[key] = file.read_bytes()
    return _memory[key]
