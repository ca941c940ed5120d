"""The Python runtime of the site: Pyodide, a small standard library, the engine and the book, all under hashed names."""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from quote_engine.desk import ROOMS
from site_build import DOCS, ROOT, BuildError, say
from site_build.browser_python.closure import engine_sources

PYODIDE = ROOT / "node_modules" / "pyodide"
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
CACHE = ROOT / "build" / "runtime"
PACKER = ("pack.py", "compile_runtime.mjs")
DESK = "quote_engine.desk"
"""The module whose ``Desk`` answers visitors."""
WORKER = DOCS / "assets" / "js" / "engine" / "worker.js"
HASH_LENGTH = 16
HASHED_NAME = re.compile(rf"(worker|engine|book|stdlib)\.[0-9a-f]{{{HASH_LENGTH}}}\.\w+")


def write_runtime(site_dir: Path, book_json: str) -> dict[str, str]:
    """Writes everything the calculator loads into the site and returns the manifest, mostly addresses by part."""
    stdlib, engine = packed(book_json)
    app = site_dir / "app"
    app.mkdir(parents=True, exist_ok=True)
    manifest = {
        "worker": hashed(app, "worker", "js", worker_script().encode()),
        "engine": hashed(app, "engine", "zip", engine),
        "book": hashed(app, "book", "json", book_json.encode()),
        "desk": DESK,
        "stdlib": hashed(app, "stdlib", "zip", stdlib),
        "pyodide": _copy_pyodide(site_dir),
        "wasm_bytes": str((PYODIDE / "pyodide.asm.wasm").stat().st_size),  # unpacked, for the progress bar
    }
    (app / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    _remove_older(app, manifest)
    return manifest


def worker_script() -> str:
    """The worker with its own modules in the place of their imports: one file, so that nothing is waited for twice."""

    def module(found: re.Match[str]) -> str:
        text = (WORKER.parent / found["name"]).read_text(encoding="utf-8")
        return re.sub(r"^export ", "", text, flags=re.MULTILINE)

    return re.sub(r'^import .* from "\./(?P<name>[\w-]+\.js)";.*$', module, WORKER.read_text(encoding="utf-8"), flags=re.MULTILINE)


def packed(book_json: str) -> tuple[bytes, bytes]:
    """The archives of the standard library and of the engine, packed again only when their sources change."""
    return packed_sources(engine_sources(ROOT), book_json, trial_requests(book_json), CACHE)


def packed_sources(sources: dict[str, str], book_json: str, requests: list[object], cache: Path, desk: str = DESK) -> tuple[bytes, bytes]:
    """The same for any sources; ``requests`` are what the module ``desk`` among them must be able to answer."""
    key = _cache_key(sources)
    names = [cache / f"{part}.{key}.zip" for part in ("stdlib", "engine")]
    if not all(name.is_file() for name in names):
        say("Packing Python for the browser (some seconds)")
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            _pack(sources, book_json, requests, desk, Path(folder))
            for older in cache.glob("*.zip"):
                older.unlink(missing_ok=True)
            for part, name in zip(("stdlib", "engine"), names, strict=True):
                (Path(folder) / f"{part}.zip").replace(name)
    stdlib, engine = (name.read_bytes() for name in names)
    return stdlib, engine


def pyodide_version() -> str:
    """The version of the installed npm package, which is part of the address."""
    package = PYODIDE / "package.json"
    if not package.is_file():
        raise BuildError("Pyodide is not installed: run `npm ci`")
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def trial_requests(book_json: str) -> list[object]:
    """One request of each kind for every model case, and answers that are refused: enough to load every module in use."""
    book = json.loads(book_json)
    # The examples leave the start date open; the first day of the newest edition always has rates.
    start = {"start_date": book["editions"][-1]["start"]} if book.get("editions") else {}
    cases = [start | example["answers"] for example in book.get("examples", [])]
    asks = [{"id": 1, "ask": ask, "answers": answers} for answers in cases for ask in ("quote", "page", "alternatives", *ROOMS["outlook"], *ROOMS["payout"], *ROOMS["tools"])]
    compare = {"id": 2, "ask": "compare", "set_ups": [{"label": "A", "answers": answers} for answers in cases[:2]]}
    editions = [{"id": 5, "ask": ask, "answers": cases[0], "then": cases[0]} for ask in ("other_editions", "old_link") if cases]
    refused: tuple[dict[str, object], ...] = ({}, {"start_date": "9" * 4000}, {"grade": []})
    wrong = [
        {"id": 3, "ask": "page", "answers": answers} for answers in refused
    ]
    return [*asks, compare, *editions, *wrong, {"id": 4, "ask": "no such thing"}]


def _pack(sources: dict[str, str], book_json: str, requests: list[object], desk: str, into: Path) -> None:
    here = Path(__file__).parent
    job = {
        "pack": (here / "pack.py").read_text(encoding="utf-8"),
        "sources": sources,
        "book": book_json,
        "requests": requests,
        "desk": desk,
        "into": str(into),
    }
    done = subprocess.run(
        ["node", str(here / "compile_runtime.mjs")],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"packing Python for the browser failed:\n{done.stderr}")


def _cache_key(sources: dict[str, str]) -> str:
    here = Path(__file__).parent
    parts = [pyodide_version(), json.dumps(sources), *((here / name).read_text(encoding="utf-8") for name in PACKER)]
    return _hash("\0".join(parts).encode())


def _copy_pyodide(site_dir: Path) -> str:
    """Pyodide's own files unchanged, and a lock file that knows of no packages: the calculator loads none."""
    folder = site_dir / "pyodide" / pyodide_version()
    folder.mkdir(parents=True, exist_ok=True)
    for name in PYODIDE_FILES:
        shutil.copyfile(PYODIDE / name, folder / name)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    (folder / "pyodide-lock.json").write_text(json.dumps({"info": lock["info"], "packages": {}}), encoding="utf-8")
    return f"/pyodide/{folder.name}/"


def hashed(app: Path, stem: str, suffix: str, data: bytes) -> str:
    """Write a file under a name with the hash of its contents; its address."""
    name = f"{stem}.{_hash(data)}.{suffix}"
    (app / name).write_bytes(data)
    return f"/app/{name}"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:HASH_LENGTH]


def _remove_older(app: Path, manifest: dict[str, str]) -> None:
    current = {Path(address).name for address in manifest.values()}
    for path in app.iterdir():
        if HASHED_NAME.fullmatch(path.name) and path.name not in current:
            path.unlink()
