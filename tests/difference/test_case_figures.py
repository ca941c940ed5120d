"""``python -m quote_engine cases``: what no longer holds is listed, rewritten where it stands, and nothing else is touched."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from commands.main import main
from quote_engine import load_book, quote
from quote_engine.outlook.outlook import outlook
from quote_engine.payout.payout import payout
from rulebook.new_edition import new_edition
from tests import edition_2027

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ("expect", "outlook", "payout")
NOTHING = "どれもいまの計算と合っています"
FIRST = "editions/2020-04-01"


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def swap(path, old, new):
    """Replace the first match of the pattern ``old``."""
    text, found = re.subn(old, new, path.read_text(encoding="utf-8"), count=1)
    assert found, old
    path.write_text(text, encoding="utf-8")


def dearer(data, edition=FIRST):
    """Raise the base of passenger cars by 300 yen, whatever it is."""
    swap(data / edition / "base.yml", r"passenger: (\d+)", lambda found: f"passenger: {int(found[1]) + 300}")


def keep(data, *names):
    """Keep these files of cases only: the others would only take time."""
    for path in (data / "cases").iterdir():
        if path.stem not in names:
            path.unlink()


def change(before, after):
    return f"{before:,}円 → {after:,}円（{after - before:+,}円）"


@pytest.fixture
def data(tmp_path):
    """A copy of the data in which every case still holds."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.fixture
def ask(data, capsys):
    def run(*options):
        status = main(["cases", "--data", str(data), *options])
        said = capsys.readouterr()
        return status, said.out.replace(f"{data.parent.as_posix()}/", ""), said.err

    return run


def rest(data):
    """Per file: its comments, and every case in order without its results."""
    return {
        path.name: (
            [line for line in path.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith("#")],
            [(name, {key: value for key, value in case.items() if key not in RESULTS}) for name, case in read(path)["cases"].items()],
        )
        for path in sorted((data / "cases").glob("*.yml"))
    }


def bytes_of(data):
    return {path.name: path.read_bytes() for path in (data / "cases").iterdir()}


def answers_of(case):
    return {name: {"true": True, "false": False}.get(value, value) for name, value in case["answers"].items()}


def comes_out(book, case):
    """Every amount that the results of a case name, as the engine gives it: asked anew, by no way of the command."""
    if "expect" in case:
        found = quote(book, case["answers"])
        yield str(found.get("annual")), case["expect"].get("annual", "None")
        yield str(found.get("monthly")), case["expect"].get("monthly", "None")
        lines = {line["coverage"]: str(line["annual"]) for line in found["lines"] if line["annual"] or not line["automatic"]}
        yield lines, {cover: yen for cover, yen in case["expect"].get("lines", {}).items() if yen != "0" or cover in lines}
    if "outlook" in case:
        asked = {"years": case.get("years", "6"), "accidents": case.get("accidents", [])}
        for row, said in zip(outlook(book, {**answers_of(case), **asked})["years"], case["outlook"].get("rows", []), strict=True):
            yield str(row["annual"]), said["annual"]
            yield [change["kind"] for change in row["changes"]], said.get("changes", [])
            yield row["grade"] or "", said.get("grade", "")
    if "payout" in case:
        found = payout(book, {**case["answers"], **case["accident"]})
        yield {each["coverage"]: str(each["amount"]) for each in found["payments"]}, case["payout"].get("payments", {})
        yield str(found["member_bears"]), case["payout"].get("member_bears", "0")


def assert_every_case_holds(data):
    book = load_book(str(data))
    for path in (data / "cases").glob("*.yml"):
        for name, case in read(path)["cases"].items():
            for found, said in comes_out(book, case):
                assert found == said, f"{path.stem}.{name}"


def written(data, ask):
    """Write, and check what holds for every change: nothing else is touched, all holds, and the next run has nothing to do."""
    before = rest(data)
    status, said, _ = ask("--write")
    assert status == 0
    assert rest(data) == before
    assert_every_case_holds(data)
    after = bytes_of(data)
    assert NOTHING in ask("--write")[1]
    assert bytes_of(data) == after
    assert not [path for path in (data / "cases").iterdir() if path.suffix != ".yml"]
    return said


def test_the_data_as_they_are_need_nothing(data, ask):
    before = bytes_of(data)
    status, said, _ = ask("--write")
    assert status == 0
    assert NOTHING in said
    assert bytes_of(data) == before


def test_another_base_rate(data, ask):
    dearer(data)
    before = bytes_of(data)
    case = read(data / "cases/vehicles.yml")["cases"]["passenger_full"]
    now = quote(load_book(str(data)), case["answers"])["annual"]
    line = before["vehicles.yml"].partition(b"    expect:")[0].count(b"\n") + 1
    said = written(data, ask)
    assert f"data/cases/vehicles.yml:{line}: passenger_full 年払 {change(int(case['expect']['annual']), now)}\n" in said
    assert re.search(r"why を読み直してください（.*、ほか \d+ 件）。\n$", said)
    # Who pays no base rate of a passenger car is not touched, not by a byte.
    after = bytes_of(data)
    assert {name for name, text in after.items() if text == before[name]} >= {"refusals.yml", "payouts-own-car.yml"}
    changed = [old for old, new in zip(before["vehicles.yml"].splitlines(), after["vehicles.yml"].splitlines(), strict=True) if old != new]
    assert {old.split(b":")[0].strip() for old in changed} == {b"annual", b"monthly", b"lines"}


def test_without_being_told_to_it_writes_nothing(data, ask):
    keep(data, "vehicles")
    dearer(data)
    before = bytes_of(data)
    status, said, _ = ask()
    assert status == 1
    assert said.endswith("変わってよいと確かめたら --write で書き直します。\n")
    assert bytes_of(data) == before


def test_a_new_edition_that_years_run_into(tmp_path, data, ask):
    shutil.rmtree(data)
    data = edition_2027.base(tmp_path)
    keep(data, "outlooks-grades", "outlooks-changes")
    ask("--write")
    new_edition(data, edition_2027.START)
    dearer(data, f"editions/{edition_2027.START}")
    before = read(data / "cases/outlooks-grades.yml")["cases"]["pamphlet_13_to_10"]["outlook"]["rows"]
    said = written(data, ask)
    rows = read(data / "cases/outlooks-grades.yml")["cases"]["pamphlet_13_to_10"]["outlook"]["rows"]
    assert [row.get("changes", []) for row in rows] == [[], ["edition"], [], [], []]
    assert rows[0] == before[0]
    whole, now = (sum(int(row["annual"]) for row in each) for each in (before, rows))
    assert f"pamphlet_13_to_10 年払の合計 {change(whole, now)}、1年後の変わること なし → edition\n" in said


def test_another_limit_of_a_payout(data, ask):
    keep(data, "payouts-riders")
    limit = r"(rental_daily: .*?value: )(\d+)"
    swap(data / FIRST / "payouts.yml", limit, lambda found: f"{found[1]}{int(found[2]) - 1000}")
    before = read(data / "cases/payouts-riders.yml")["cases"]["rental_daily"]["payout"]
    said = written(data, ask)
    after = read(data / "cases/payouts-riders.yml")["cases"]["rental_daily"]["payout"]
    assert int(after["payments"]["incidental_expenses"]) == int(before["payments"]["incidental_expenses"]) - 10 * 1000
    assert int(after["member_bears"]) == int(before["member_bears"]) + 10 * 1000
    assert re.search(r"rental_daily 出る額の合計 .*円（-10,000円）、自分の負担 .*円 → .*円\n", said)


def test_a_new_case_gets_its_figures(data, ask):
    keep(data, "contract")
    file = data / "cases/contract.yml"
    before = file.read_text(encoding="utf-8")
    model = read(file)["cases"]["day_after_application"]
    answers = ", ".join(f"{name}: {value}" for name, value in model["answers"].items())
    case = f"  new:\n    why: 書き足した例\n    answers: {{{answers}}}\n    expect:\n      status: quoted\n"
    file.write_text(before + case, encoding="utf-8")
    assert "new 年払 — → " in written(data, ask)
    assert file.read_text(encoding="utf-8").startswith(before + case)
    assert read(file)["cases"]["new"]["expect"] == model["expect"]


def test_a_case_that_is_refused_from_now_on(data, ask):
    keep(data, "riders")
    swap(data / "eligibility.yml", "rules:\n", "rules:\n  no_moped:\n    question: vehicle_type\n    when: {vehicle_type: moped}\n"
         "    message: 原付自転車は、お引き受けできません。\n    source: {document: sample}\n    certainty: sample\n")  # fmt: skip
    said = written(data, ask)
    assert re.search("legal_expenses_moped 結果 計算できる → 引き受けできない、年払 .*円 → —、断る理由 なし → no_moped", said)
    assert "計算できなくなる事例があります（riders.legal_expenses_moped" in said
    cases = read(data / "cases/riders.yml")["cases"]
    assert cases["legal_expenses_moped"]["expect"] == {"status": "declined", "declined": ["no_moped"]}


def test_broken_data_are_told_and_nothing_is_written(data, ask):
    dearer(data)
    swap(data / "cases/vehicles.yml", "lines: {", "lines: [")
    before = bytes_of(data)
    status, said, error = ask("--write")
    assert (status, said) == (1, "")
    assert "cases/vehicles.yml:" in error
    assert bytes_of(data) == before


def test_a_file_that_cannot_be_written(data, ask, monkeypatch):
    keep(data, "vehicles")
    dearer(data)
    before = bytes_of(data)

    def full(path, _text):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("difference.case_figures.replace_file", full)
    status, _, error = ask("--write")
    assert status == 2
    assert "に書けません（No space left on device）" in error
    assert bytes_of(data) == before
