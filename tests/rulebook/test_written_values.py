"""YAML changed where it stands: what stays is left as it was written, to the byte."""

import pytest
import yaml

from rulebook.sheets.written_values import place_of, rewritten

WRITTEN = """\
# First
a:
  expect:  # what comes of it
    status: quoted  # so far
    lines: {one: 1,
      two: 2}  # both
    notes:
      - x
      - y
    rows:
      # in order
      - {n: "1", list: [p, q]}
      - {n: 2}  # the last

  after: 'kept'
"""


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        ({"status": "quoted", "lines": {"one": 1, "two": 3}, "notes": ["x", "y"], "rows": [{"n": 1, "list": ["p", "q"]}, {"n": 2}]},
         [("two: 2", "two: 3")]),
        ({"status": "quoted", "lines": {"one": 1}, "notes": ["x", "z"], "rows": [{"n": 1, "list": ["p"]}, {"n": 2, "m": True}]},
         [("{one: 1,\n      two: 2}", "{one: 1}"), ("- y", "- z"), ("[p, q]", "[p]"), ("{n: 2}", "{n: 2, m: true}")]),
        ({"status": "quoted", "lines": {"one": 1, "two": 2}, "notes": ["x"], "rows": [{"n": 1, "list": ["p", "q"]}, {"n": 2}]},
         [("- x\n      - y", "- x")]),
        ({"status": "no", "why": ["r"], "more": {"k": "x: y"}},
         [("status: quoted  # so far\n", "status: 'no'  # so far\n    why: [r]\n    more: {k: 'x: y'}\n"),
          (WRITTEN[WRITTEN.index("    lines"):WRITTEN.index("\n  after")], "")]),
        ({"rows": [{"n": 5}]}, [(WRITTEN[WRITTEN.index("    status"):WRITTEN.index("    rows")], ""),
                                (WRITTEN[WRITTEN.index('- {n: "'):WRITTEN.index("  # the last")], "- {n: 5}")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_only_what_changes_is_written_anew(value, changes, ends):
    expected = WRITTEN
    for old, new in changes:
        assert old in expected
        expected = expected.replace(old, new, 1)
    assert rewritten(WRITTEN.replace("\n", ends), {("a", "expect"): value}) == expected.replace("\n", ends)


def test_a_long_mapping_goes_on_in_the_next_line():
    covers = {f"a_cover_with_a_long_name_{number}": 10000 * number for number in range(1, 6)}
    text = rewritten("a:\n  lines: {b: 1}\n", {("a", "lines"): covers})
    assert len(text.splitlines()) == 3
    assert max(map(len, text.splitlines())) <= 110
    assert yaml.safe_load(text) == {"a": {"lines": covers}}


@pytest.mark.parametrize(
    ("path", "written"),
    [(("a", "expect", "status"), "quoted"), (("a", "after"), "'kept'"), (("rows", "second", "phone"), '"0120-1"')],
)
def test_a_place_has_the_quotes_and_a_list_is_entered_by_an_id(path, written):
    text = WRITTEN + 'rows:\n  - {id: first, phone: 1}\n  - id: second\n    phone: "0120-1"  # free\n'
    start, end = place_of(text, path)
    assert text[start:end] == written


@pytest.mark.parametrize("path", [("b",), ("a", "expect"), ("a", "after", "more"), ("a", "expect", "notes", "x")])
def test_where_no_single_value_stands_is_no_place(path):
    with pytest.raises(KeyError):
        place_of(WRITTEN, path)
