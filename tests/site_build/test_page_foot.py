"""The foot of a page names its documents, each once, with its places."""

import pytest

from site_build import BuildError
from site_build.guide_pages.page_foot import long_date, sources_text
from tests.sources import SOURCES


def test_a_document_is_named_once_with_its_places():
    text = sources_text(SOURCES, ["pamphlet_2020_04 P.5", "voices_2023_08", "pamphlet_2020_04 P.13 表"], "guide/index.md")
    assert text == "マイカー共済 パンフレット 2020年4月改定（P.5、P.13 表）、わたしたちのタカラモノ 組合員の声の冊子 2023年8月"


def test_a_document_nobody_knows_stops_the_build():
    with pytest.raises(BuildError, match=r"docs/guide/index\.md: .*pamphlet_2019"):
        sources_text(SOURCES, ["pamphlet_2019 P.5"], "guide/index.md")


def test_dates_are_written_out():
    assert long_date("2026-11-02") == "2026年11月2日"
