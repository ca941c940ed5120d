"""Nothing is called unpublished that nobody searched for."""

import re

import pytest

from guide.examine import examine_guide
from guide.reading import Unknown
from guide.searched import CLAIMED
from site_build import DATA
from site_build.guide_pages.searched import unknown, unpublished
from tests.sources import SOURCES

ROOT = DATA.parent


def plan(tmp_path, page, facts=""):
    (tmp_path / "data" / "guide" / "facts").mkdir(parents=True)
    (tmp_path / "docs" / "guide").mkdir(parents=True)
    (tmp_path / "data" / "guide" / "searched.yml").write_text((DATA / "guide" / "searched.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "data" / "guide" / "facts" / "a.yml").write_text(f"facts: {{}}\n{facts}", encoding="utf-8")
    (tmp_path / "docs" / "guide" / "a.md").write_text(page, encoding="utf-8")
    return [(problem.place.file, problem.place.line, problem.message) for problem in examine_guide(tmp_path / "data")[1]]


def test_a_page_that_says_so_by_itself_is_told(tmp_path):
    told = plan(tmp_path, "# 題\n\n額は公表されていません。\n")
    assert told == [("../docs/guide/a.md", 3, "「公表されていません」と書けるのは、さがしたものだけです。")]


def test_the_macros_and_the_comments_are_not(tmp_path):
    assert plan(tmp_path, '# 題\n\n額は{{ unpublished("base_premium") }}。日は{{ unknown() }}。\n', "# 公表されていない値には sample と書きます。\n") == []


def test_a_search_that_is_not_listed_stops_the_build():
    with pytest.raises(Unknown, match="さがしたものはありません"):
        unpublished(SOURCES, "the_weather")
    assert unpublished(SOURCES, "base_premium") != unknown(SOURCES)


def test_the_programs_of_the_site_draw_the_words_too():
    own = [*(ROOT / "site_build").rglob("*.py"), *(ROOT / "guide").glob("*.py")]
    found = {path.name: hits for path in own if path.name not in ("searched.py", "facts.py", "cover.py") and (hits := re.findall(CLAIMED, path.read_text(encoding="utf-8")))}
    assert found == {}
