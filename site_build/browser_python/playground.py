"""The editors' playground: the checker for the browser, with PyYAML beside it, in archives that no visitor loads."""

import json
from pathlib import Path

import yaml

from quote_engine.drawing.markup import Html, join, tag
from rulebook.declared.edition import EDITION_FILES
from rulebook.declared.files import DATA_FILES, OPTIONAL_FILES
from rulebook.declared.words import ASKED, FOLDER
from site_build import DATA, ROOT
from site_build.browser_python.closure import engine_sources
from site_build.browser_python.runtime import hashed, packed_sources

CACHE = ROOT / "build" / "playground"
DESK = "rulebook.playground"
"""The module whose ``Desk`` the worker opens for editors."""
FIRST = ("discounts.yml", "base.yml", "factors.yml", "grades.yml", "riders.yml")
"""The files that are changed most, in the order of the list."""


def write_playground(site_dir: Path, runtime: dict[str, str]) -> None:
    """Write what the playground loads, and its manifest: the visitors' worker and Pyodide, archives of its own."""
    texts = json.dumps({"data": data_files()}, ensure_ascii=False)
    stdlib, engine = packed_sources(sources(), texts, trial_requests(), CACHE, DESK)
    app = site_dir / "app"
    manifest = {
        **{part: runtime[part] for part in ("worker", "pyodide", "wasm_bytes")},
        "engine": hashed(app, "checker", "zip", engine),
        "book": hashed(app, "data", "json", texts.encode()),
        "desk": DESK,
        "stdlib": hashed(app, "checker-stdlib", "zip", stdlib),
    }
    (app / "playground.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def data_files() -> dict[str, str]:
    """Every file that the book is made from, by its path below data/."""
    paths = [DATA / name for name in (*DATA_FILES, ASKED)]
    paths += [DATA / name for name in OPTIONAL_FILES if (DATA / name).exists()]
    paths += [path for files in ("editions/*/*.yml", "cases/*.yml", f"{FOLDER}/*.yml") for path in sorted(DATA.glob(files))]
    return {path.relative_to(DATA).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def sources() -> dict[str, str]:
    """The checker's modules and the pure Python of the PyYAML that is installed here, by path inside the archive."""
    found = engine_sources(ROOT, "rulebook")
    folder = Path(yaml.__file__).parent
    return found | {f"yaml/{path.name}": path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}


def trial_requests() -> list[object]:
    """Good data, a broken figure, broken YAML: enough to load every module in use."""
    name = next(name for name in data_files() if name.endswith("discounts.yml"))
    text = data_files()[name]
    changed = (text, text.replace("percent: ", "percent: x", 1), f"{text}\n\t- [", "")
    return [{"id": number, "files": {name: each}} for number, each in enumerate(changed)]


def playground_files() -> Html:
    """The files as options of a select: the newest edition first, what is changed most at its top."""
    newest = sorted(path.name for path in (DATA / "editions").iterdir() if path.is_dir())[::-1]
    order = [*FIRST, *(name for name in EDITION_FILES if name not in FIRST)]
    names = [f"editions/{edition}/{name}" for edition in newest for name in order] + list(DATA_FILES)
    names += [path.relative_to(DATA).as_posix() for path in sorted((DATA / FOLDER).glob("*.yml"))]
    return join(tag("option", f"data/{name}", value=name) for name in names)


PLAIN_MACROS = (playground_files,)
