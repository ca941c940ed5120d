import io
import json
import zipfile

import pytest

from site_build.browser_python import runtime
from tests.sources import SOURCES


@pytest.fixture(scope="module")
def packed_once():
    return runtime.packed(SOURCES.book_json)


def test_archives_hold_compiled_modules_only(packed_once):
    for data in packed_once:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
        assert members
        assert all(member.filename.endswith(".pyc") for member in members)
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_the_engine_travels_without_docstrings(packed_once):
    archive = zipfile.ZipFile(io.BytesIO(packed_once[1]))
    book = archive.read("quote_engine/premium/book.pyc")
    assert b"edition_for" in book
    assert b"Return the edition in force" not in book


def test_standard_library_is_what_is_used_and_what_errors_need(packed_once):
    names = set(zipfile.ZipFile(io.BytesIO(packed_once[0])).namelist())
    assert {"json/__init__.pyc", "traceback.pyc", "_pylong.pyc", "pyodide/__init__.pyc"} <= names
    assert not {"unittest/__init__.pyc", "bz2.pyc", "ssl.pyc", "pdb.pyc", "sqlite3/__init__.pyc"} & names


@pytest.mark.usefixtures("packed_once")
def test_a_change_of_data_alone_needs_no_node(tmp_path, monkeypatch):
    def no_node(*_args, **_options):
        raise AssertionError("Node was run")

    monkeypatch.setattr(runtime.subprocess, "run", no_node)
    first = runtime.write_runtime(tmp_path, SOURCES.book_json)
    changed = json.dumps(json.loads(SOURCES.book_json) | {"changed": True})
    second = runtime.write_runtime(tmp_path, changed)
    assert first["book"] != second["book"]
    assert {key: first[key] for key in first if key != "book"} == {key: second[key] for key in second if key != "book"}
    assert not (tmp_path / first["book"].lstrip("/")).exists()
    assert all((tmp_path / address.lstrip("/")).exists() for key, address in second.items() if key not in ("desk", "wasm_bytes"))
    assert json.loads((tmp_path / "app" / "manifest.json").read_text(encoding="utf-8")) == second


def test_a_change_of_the_engine_packs_again(tmp_path, monkeypatch):
    monkeypatch.setattr(runtime, "CACHE", tmp_path)
    monkeypatch.setattr(runtime, "engine_sources", lambda _root: {"quote_engine/__init__.py": "", **CHANGED})
    stdlib, engine = runtime.packed('{"examples": []}')
    assert zipfile.ZipFile(io.BytesIO(engine)).namelist() == ["quote_engine/__init__.pyc", "quote_engine/desk.pyc"]
    assert len(stdlib) < 1_200_000
    assert runtime.packed('{"examples": [], "changed": true}') == (stdlib, engine)


def test_an_engine_that_fails_stops_the_build(tmp_path, monkeypatch):
    monkeypatch.setattr(runtime, "CACHE", tmp_path)
    broken = {"quote_engine/__init__.py": "", "quote_engine/desk.py": "import no_such_module"}
    monkeypatch.setattr(runtime, "engine_sources", lambda _root: broken)
    with pytest.raises(runtime.BuildError, match="no_such_module"):
        runtime.packed('{"examples": []}')


CHANGED = {
    "quote_engine/desk.py": "class Desk:\n    def __init__(self, text): pass\n    def reply(self, text): return text\n"
}
