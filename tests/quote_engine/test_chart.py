"""The chart: exact, told apart without colour, within its frame, silent about style."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quote_engine.drawing.chart import BOTTOM, MOST_TICKS, TOP, Chart, Line, Mark, Tick, chart_svg, short_yen, ticks
from tests.quote_engine.test_properties import tried

TWO = [Line("使う", [(0, 20), (10, 30), (60, 30)], 2, above=False, anchor="end"), Line("払う", [(0, 0), (60, 60)], 1)]
CHART = Chart("二本の線", TWO, ticks(60, str), ticks(60, str), "修理代", "負担", [Mark(30, 30, "分かれ目")])


def drawn(chart):
    return ET.fromstring(chart_svg(chart))


def test_it_is_an_image_with_words():
    svg = drawn(CHART)
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "二本の線")
    words = [text.text for text in svg.iter("text")]
    assert {"使う", "払う", "分かれ目", "修理代", "負担", "60"} <= set(words)


def test_lines_differ_by_class_and_each_has_its_name_beside_it():
    svg = drawn(CHART)
    assert [path.get("class") for path in svg.iter("path")] == ["line n1", "line n2"]
    names = next(group for group in svg.iter("g") if group.get("class") == "names")
    assert [text.text for text in names] == ["使う", "払う"]


def test_the_style_sheet_alone_says_how_it_looks():
    assert not re.search(r"style|stroke=|fill=|font", chart_svg(CHART))


def test_two_lines_at_most():
    with pytest.raises(ValueError, match="two lines"):
        chart_svg(CHART._replace(lines=[*TWO, TWO[0]]))


def test_what_a_visitor_could_write_stays_text():
    assert "<b>" not in chart_svg(CHART._replace(says="<b>", across_title="<b>"))


def test_the_break_even_lies_on_both_lines():
    circle = next(drawn(CHART).iter("circle"))
    # 30 of 60, both ways
    assert int(circle.get("cy")) == BOTTOM - (BOTTOM - TOP) * 30 // 60
    assert circle.get("cx") == "55.50%"


@tried(200)
@given(st.integers(0, 10**9), st.sampled_from([1, 1000, 10_000]))
def test_ticks_are_round_and_reach_the_highest(highest, least):
    found = ticks(highest, short_yen, least)
    step = found[1].at
    assert found[0].at == 0
    assert highest <= found[-1].at < max(highest, 1) + step
    assert len(found) <= MOST_TICKS + 1
    assert str(step).strip("0") in ("1", "2", "5")
    assert all(later.at - sooner.at == step for sooner, later in itertools.pairwise(found))


@tried(100)
@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=16), st.lists(st.integers(0, 10**7), min_size=2, max_size=16))
def test_everything_stays_inside_the_frame(one, other):
    years = min(len(one), len(other))
    lines = [Line(name, list(enumerate(amounts[:years])), years // 2) for name, amounts in (("甲", one), ("乙", other))]
    across = [Tick(0, "いま"), Tick(years - 1, str(years - 1))]
    svg = drawn(Chart("線", lines, across, ticks(max(one + other), short_yen, 1000), "年後", "円"))
    for path in svg.iter("path"):
        for x, y in re.findall(r"(\d+) (\d+)", path.get("d")):
            assert 0 <= int(x) <= 10_000
            assert TOP <= int(y) <= BOTTOM
    assert "." not in "".join(path.get("d") for path in svg.iter("path"))


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "0"), (5000, "5千"), (2500, "2,500"), (10_000, "1万"), (25_000, "2.5万"), (120_000, "12万"), (302_020, "302,020"), (12_340_000, "1,234万")],
)
def test_yen_on_an_axis_is_short_and_exact(amount, words):
    assert short_yen(amount) == words
