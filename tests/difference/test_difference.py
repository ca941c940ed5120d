"""``diff``: a copy of the data with one thing changed, and what is said of it."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from contextlib import ExitStack
from pathlib import Path

import pytest

from commands.main import main
from difference import case_report
from difference.cases import Case
from difference.comparison import compare, compare_case
from difference.report.blocks import as_html, as_markdown, as_text
from difference.sides import Side, Unusable, open_side
from quote_engine import load_book
from quote_engine.revisions.causes import causes
from rulebook.sheets.problem import BrokenData

DATA = Path(__file__).parents[2] / "data"
EDITION = "editions/2020-04-01"
CAR = {"start_date": "2026-12-01", "vehicle_type": "passenger", "own_damage": "general", "birth_date": "1976-06-15",
       "age_condition": "35", "aeb": True, "model_launched": "2024-05"}  # fmt: skip


def changed(tmp_path, *changes):
    """A side whose data have each (file, pattern, new) applied."""
    folder = Path(shutil.copytree(DATA, tmp_path / "changed"))
    for file, pattern, new in changes:
        text, times = re.subn(pattern, new, (folder / file).read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert times, f"{pattern} does not stand in {file}"
        (folder / file).write_text(text, encoding="utf-8")
    return Side("changed", folder, load_book(str(folder)))


@pytest.fixture(scope="module")
def old(book):
    return Side("data", DATA, book)


@pytest.fixture(scope="module")
def aeb(tmp_path_factory):
    """AEB takes off 10 % in place of 9."""
    return changed(tmp_path_factory.mktemp("aeb"), (f"{EDITION}/discounts.yml", r"percent: 9$", "percent: 10"))


@pytest.fixture(scope="module")
def report(old, aeb):
    return compare(old, aeb)


def one(old, new, raw=CAR, kind="quote"):
    return compare_case(old.book, new.book, Case("x.y", kind, "", raw))


def said(compared):
    return {amount["id"]: [cause["text"] for cause in amount["causes"]] for amount in compared["amounts"] if amount["difference"]}


class TestCases:
    def test_every_kind_is_compared(self, report):
        assert all(sum(report["counts"][kind].values()) > 40 for kind in ("quote", "payout", "outlook"))
        assert len(report["cases"]) == sum(sum(counts.values()) for counts in report["counts"].values())

    def test_only_those_with_the_discount_change(self, report, old):
        for case in report["cases"]:
            if case["kind"] == "quote":
                has = case["direction"] == "down"
                assert has == any("AEB割引" in text for texts in said(case).values() for text in texts), case["case"]
        assert report["counts"]["quote"]["down"] > 3
        assert report["counts"]["quote"]["up"] == report["counts"]["quote"]["other"] == report["counts"]["payout"]["down"] == 0
        assert report["counts"]["outlook"]["down"] > 0

    def test_the_cause_is_named_with_its_line(self, report, aeb):
        lines = (aeb.root / EDITION / "discounts.yml").read_text(encoding="utf-8").splitlines()
        line = next(number for number, text in enumerate(lines, 1) if "percent: 10" in text)
        assert report["causes"] == [
            {"text": "AEB割引 9% → 10%", "source": f"data/{EDITION}/discounts.yml:{line}", "cases": report["causes"][0]["cases"]}
        ]
        assert report["causes"][0]["cases"] == sum(each["direction"] != "same" for each in report["cases"])

    def test_the_amounts_add_up(self, report):
        for case in report["cases"]:
            if case["difference"] is not None:
                assert sum(amount["difference"] for amount in case["amounts"]) == case["difference"], case["case"]

    def test_the_summary_counts_every_quote_once(self, report):
        for rows in report["summary"].values():
            for direction, count in report["counts"]["quote"].items():
                assert sum(row[direction] for row in rows) == count
        largest = max(abs(case["difference"] or 0) for case in report["cases"] if case["kind"] == "quote")
        assert max(abs(row["largest"]) for row in report["summary"]["vehicle"]) == largest > 0

    def test_no_change_is_said_to_be_none(self, old):
        report = compare(old, old)
        assert all(counts["same"] == sum(counts.values()) for counts in report["counts"].values())
        assert "どの事例も、同じ結果です。" in as_text("", case_report.blocks(report))


CHANGES = {
    "a base": ("base.yml", r"(  own_damage:\n(?:.*\n)*?      passenger: )\d+", r"\g<1>99000", "own_damage", r"^基本の掛金 [\d,]+円 → 99,000円$"),
    "a factor": ("factors.yml", r'^(        "9": )1.000', r"\g<1>1.010", "own_damage", r"^料率クラス 9 ×1.000 → ×1.010$"),
    "a grade": ("grades.yml", r"first_contract: 7}", "first_contract: 9}", "own_damage", r"^6等級（前の契約なし） ×1.07 → ×1.09$"),
    "the rounding": ("plan.yml", r"^    unit: 10\n    mode: half_up\n    label: 10円単位に四捨五入",
                     "    unit: 1000\n    mode: up\n    label: 千円単位に切り上げ", "own_damage",
                     "^10円単位に四捨五入 10円単位四捨五入 → 千円単位に切り上げ 1000円単位切り上げ$"),
    "a discount that goes": ("discounts.yml", r"^  aeb:\n(?:    .*\n)+", "", "own_damage", "^AEB割引 9% がなくなりました$"),
    "a discount that comes": (
        "discounts.yml", r"^discounts:\n",
        ("discounts:\n  early:\n    label: 早期割引\n    stage: third\n    coverages: rated\n    claimed: {vehicle_type: passenger}\n"
        "    percent: 4\n    source: {document: sample}\n    certainty: sample\n"), "own_damage", "^早期割引 4% が加わりました$"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_change_is_named(old, tmp_path, name):
    file, pattern, new, coverage, expected = CHANGES[name]
    found = said(one(old, changed(tmp_path, (f"{EDITION}/{file}", pattern, new))))
    assert len(found[coverage]) == 1
    assert re.search(expected, found[coverage][0]), found


def test_a_payout_and_a_grade_that_change(old, tmp_path):
    new = changed(tmp_path, ("questions.yml", r'default: "100000"', 'default: "50000"'))
    compared = one(old, new, {**CAR, "accident": "object_collision", "own_damage_loss": 500_000}, "payout")
    assert (compared["before"], compared["after"], compared["direction"]) == (400_000, 450_000, "up")
    assert said(compared) == {"1.own_damage": ["自己負担額 100,000 → 50,000"]}
    assert {"label": "自分で負担する額", "before": "100,000円", "after": "50,000円"} in compared["states"]
    assert {"label": "車両損害の自己負担額", "before": "10万円", "after": "5万円"} in compared["states"]


def test_a_car_that_is_no_longer_taken(old, tmp_path):
    new = changed(tmp_path, ("eligibility.yml", r"seats: {more_than: 10}", "seats: {more_than: 8}"))
    compared = one(old, new, {**CAR, "seats": 9})
    assert compared["status"] == ["quoted", "declined"]
    assert (compared["direction"], compared["difference"]) == ("other", None)
    assert "8名を超える乗用車" in next(state["after"] for state in compared["states"] if state["label"] == "理由")


def test_a_question_that_only_one_side_has_is_left_out_on_the_other(old, tmp_path):
    question = "questions:\n  recorder:\n    label: ドラレコ\n    kind: flag\n    section: discounts\n    default: false\n"
    discount = ("discounts:\n  recorder:\n    label: ドラレコ割引\n    stage: third\n    coverages: rated\n    claimed: {recorder: true}\n"
                "    percent: 2\n    source: {document: sample}\n    certainty: sample\n")  # fmt: skip
    new = changed(tmp_path, ("questions.yml", r"^questions:\n", question), (f"{EDITION}/discounts.yml", r"^discounts:\n", discount))
    for sides in ((old, new), (new, old)):
        compared = one(*sides, {**CAR, "recorder": True})
        assert compared["status"] == ["quoted", "quoted"]
        assert any("ドラレコ割引 2%" in text for texts in said(compared).values() for text in texts)


def test_steps_in_another_order():
    steps = [{"kind": "multiply", "anchor": name, "label": name, "operand": "2", "source": f"p:{name}"} for name in "ab"]
    assert causes(steps, steps) == []
    assert [cause["text"] for cause in causes(steps, steps[::-1])] == ["計算の順番が変わりました"]


class TestReports:
    def test_text(self, report):
        text = as_text(case_report.title(report), case_report.blocks(report))
        assert "AEB割引 9% → 10%、2020-04-01/discounts.yml:" in text
        assert "-1.1" in text

    def test_markdown_keeps_its_columns(self, report):
        lines = as_markdown("x", case_report.blocks(report)).splitlines()
        tables = [line for line in lines if line.startswith("|")]
        assert len(tables) > 20
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} <= {3, 6, 7, 8}

    def test_the_page_needs_nothing_else(self, report):
        page = as_html(case_report.title(report), case_report.blocks(report))
        root = ET.fromstring(re.sub(r"<!doctype html>|<meta[^>]*>|tabindex=\"0\"", "", page))
        assert root.find(".//svg") is not None
        assert not re.search(r"(src|href)=|<script|https?:", page)

    def test_the_command_line(self, aeb, tmp_path, capsys):
        assert main(["diff", str(DATA), str(aeb.root), "--out", str(tmp_path)]) == 0
        said = json.loads(capsys.readouterr().out)
        assert said["status"] == "compared"
        assert json.loads((tmp_path / "diff.json").read_text(encoding="utf-8")) == said
        assert {path.name for path in tmp_path.iterdir()} == {"diff.json", "diff.txt", "diff.md", "diff.html"}

    def test_what_is_neither_folder_nor_revision(self, capsys):
        assert main(["diff", "no-such-thing", str(DATA)]) == 2
        assert "no-such-thing" in json.loads(capsys.readouterr().out)["problems"][0]["message"]


class TestRevisions:
    @pytest.fixture
    def repository(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        shutil.copytree(DATA, tmp_path / "data")
        identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        for command in (["init", "-q"], ["add", "data"], [*identity, "commit", "-q", "-m", "First"]):
            subprocess.run(["git", *command], check=True)
        return tmp_path

    def test_a_revision_is_its_data_then(self, repository):
        path = repository / "data" / EDITION / "discounts.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("percent: 9\n", "percent: 10\n"), encoding="utf-8")
        with ExitStack() as kept:
            before, after = open_side("HEAD", kept), open_side("data", kept)
            assert said(one(before, after))["own_damage"] == ["AEB割引 9% → 10%"]
            assert before.root.is_dir()
        assert not before.root.exists()

    @pytest.mark.parametrize("name", ["--help", "HEAD~9", "", "no/such"])
    def test_no_revision(self, repository, name):
        with ExitStack() as kept, pytest.raises(Unusable):
            open_side(name, kept)

    def test_broken_data_are_told_of(self, repository, capsys):
        with (repository / "data" / EDITION / "discounts.yml").open("a", encoding="utf-8") as file:
            file.write("  nonsense: 1\n")
        with ExitStack() as kept, pytest.raises(BrokenData):
            open_side("data", kept)
        assert main(["diff", "HEAD", "data"]) == 1
        assert "data のデータに誤りがあるので、くらべられません。" in capsys.readouterr().err
