"""A file that a whole site needs and that vanishes is told; data without a site are whole with what they have."""

import shutil
from pathlib import Path

import pytest

from guide.examine import GUIDE_FILES, examine_guide
from rulebook.declared.files import LOCK
from rulebook.declared.words import ASKED
from rulebook.sheets.problem import format_problems

HOME = Path(__file__).parents[2]
NAMED = [f"guide/{name}" for name in GUIDE_FILES if "*" not in name]


@pytest.fixture
def site(tmp_path):
    """The real data with a site beside them, but for its pages."""
    (tmp_path / "mkdocs.yml").touch()
    return Path(shutil.copytree(HOME / "data", tmp_path / "data"))


def _told(root):
    return [(problem.place.file, problem.message) for problem in examine_guide(root)[1] if "ありません" in problem.message and not problem.place.file.startswith("../")]


def test_the_whole_site_is_whole(site):
    assert _told(site) == []


@pytest.mark.parametrize("file", [*NAMED, LOCK, ASKED])
def test_a_file_that_vanishes_is_told(file, site):
    (site / file).unlink()
    assert (file, f"{Path(file).name} というファイルがありません。") in _told(site)
    assert f"data/{file}:1:1: " in format_problems(examine_guide(site)[1], site)


@pytest.mark.parametrize("folder", ["cases", "guide/facts", "guide/documents"])
def test_a_folder_without_files_is_told(folder, site):
    shutil.rmtree(site / folder)
    assert (folder, f"{folder}/ に、ファイルが1つもありません。") in _told(site)


def test_data_alone_are_whole(site):
    (site.parent / "mkdocs.yml").unlink()
    (site / LOCK).unlink()
    (site / NAMED[0]).unlink()
    assert not [file for file, _ in _told(site) if file in (LOCK, NAMED[0])]
