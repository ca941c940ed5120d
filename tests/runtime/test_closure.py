from pathlib import Path

import pytest

from site_build import BuildError
from site_build.browser_python.closure import engine_sources

ROOT = Path(__file__).resolve().parents[2]


def package(folder: Path, **modules: str) -> Path:
    for name, text in {"__init__": "", **modules}.items():
        path = folder / "quote_engine" / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def names(root: Path) -> list[str]:
    return [Path(name).stem for name in engine_sources(root)]


def test_takes_what_the_desk_imports_in_every_way(tmp_path):
    root = package(
        tmp_path,
        desk="import json\nfrom quote_engine.a import x\nfrom . import b\ndef f():\n    import quote_engine.c\n",
        a="x = 1",
        b="from .d import y",
        c="",
        d="y = 1",
        unused="import yaml",
    )
    assert names(root) == ["__init__", "a", "b", "c", "d", "desk"]


@pytest.mark.parametrize("text", ["import yaml", "from yaml import safe_load", "def f():\n    import yaml"])
def test_refuses_a_package_the_browser_does_not_have(tmp_path, text):
    root = package(tmp_path, desk="import quote_engine.a", a=text)
    with pytest.raises(BuildError, match=r"quote_engine/a\.py imports yaml"):
        engine_sources(root)


def test_refuses_a_module_of_the_editors_side(tmp_path):
    root = package(tmp_path, desk="from quote_engine import compiler", compiler="")
    with pytest.raises(BuildError, match="editor's side"):
        engine_sources(root)


def test_leaves_out_what_only_the_editors_door_imports(tmp_path):
    root = package(
        tmp_path, __init__="def load():\n    from quote_engine.compiler import go", desk="", compiler="import yaml"
    )
    assert names(root) == ["__init__", "desk"]


def test_the_real_engine_travels_without_the_editors_side():
    travelling = names(ROOT)
    assert {"desk", "quote", "book", "steps"} <= set(travelling)
    assert not {"compiler", "library", "placed"} & set(travelling)
