"""Whatever comes from a registry is pinned with its hash, and ``npm ci`` takes both locks."""

import json
import re
import shutil
import subprocess

import pytest

from tests.served_copy import ROOT

NPM = [ROOT, ROOT / "tools" / "lighthouse"]
PINNED = re.compile(r"[A-Za-z0-9][\w.\-]*(\[[\w,\-]+\])?==[\w.+!]+( ;.+)?( --hash=sha256:[0-9a-f]{64})+")


def packages(lock):
    """What a lock takes from a registry, by its place."""
    found = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {place: entry for place, entry in found.items() if place and not entry.get("link")}


@pytest.mark.parametrize("folder", NPM, ids=lambda folder: folder.name)
class TestNpm:
    def test_every_package_has_its_hash(self, folder):
        entries = packages(folder / "package-lock.json")
        assert len(entries) > 100
        assert [place for place, entry in entries.items() if not entry.get("integrity", "").startswith("sha512-")] == []

    def test_no_package_names_the_host_it_came_from(self, folder):
        assert [place for place, entry in packages(folder / "package-lock.json").items() if "resolved" in entry] == []

    def test_npm_takes_the_lock_without_asking_anybody(self, folder, tmp_path):
        """Nothing is at hand and nobody to ask: what the lock does not settle, a tag like "latest" for one, fails."""
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copyfile(folder / name, tmp_path / name)
        command = ["npm", "ci", "--dry-run", "--offline", "--cache", str(tmp_path / "nothing")]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def test_no_package_runs_a_script_when_it_is_installed(self, folder):
        assert "ignore-scripts=true" in (folder / ".npmrc").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("file", sorted(ROOT.glob("requirements*.txt")), ids=lambda file: file.name)
def test_every_python_package_has_its_version_and_hash(file):
    lines = [re.sub(r"\s+", " ", line).strip() for line in re.sub(r"^ *#.*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ").splitlines()]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_every_list_of_python_packages_is_locked():
    assert {file.stem for file in ROOT.glob("requirements*.in")} == {file.stem for file in ROOT.glob("requirements*.txt")}
