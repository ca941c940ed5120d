from pathlib import Path

from site_build.browser_python.closure import engine_sources

ROOT = Path(__file__).resolve().parents[2]


def test_takes_every_module_of_the_engine_and_of_the_packages_named(tmp_path):
    for name in ("quote_engine/__init__.py", "quote_engine/__main__.py", "quote_engine/payout/claim.py", "rulebook/library.py", "guide/facts.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"# {name}", encoding="utf-8")
    visitors = {"quote_engine/__init__.py", "quote_engine/payout/claim.py"}
    assert set(engine_sources(tmp_path)) == visitors
    assert engine_sources(tmp_path, "rulebook") == {name: f"# {name}" for name in sorted(visitors | {"rulebook/library.py"})}


def test_every_package_of_the_engine_is_one_in_an_archive_too():
    names = set(engine_sources(ROOT))
    assert {f"{name.rpartition('/')[0]}/__init__.py" for name in names} <= names
