"""``diff --portfolio``: column by column the same yen as the engine, whatever stands in the file."""

import csv
import io
import json
import random
import re
import shutil
import sys
from pathlib import Path

import polars as pl
import pytest

from commands.main import main
from difference.portfolio.coded import coded
from difference.portfolio.contracts import price, read
from difference.portfolio.file import read_portfolio
from difference.portfolio.portfolio import price_portfolio
from difference.portfolio.sample import portfolio, write_portfolio
from difference.sides import Side, Unusable
from quote_engine import load_book
from quote_engine.premium.quote import quote
from quote_engine.values.conditions import answers_of
from tests import edition_2027

DATA = Path(__file__).parents[2] / "data"
EDITION = "editions/2020-04-01"
ROWS = 10_000


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """AEB takes off 10 %, a factor rises, a car of nine seats is refused, a question has moved and one is new."""
    folder = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("changed") / "data"))
    for file, pattern, new in (
        (f"{EDITION}/discounts.yml", r"percent: 9$", "percent: 10"),
        (f"{EDITION}/factors.yml", r"kanto: 1.02", "kanto: 1.0237"),
        ("eligibility.yml", r"seats: {more_than: 10}", "seats: {more_than: 8}"),
        ("migrations.yml", r"migrations: \[\]", "migrations:\n  - {question: region, choice: shikoku, to: shikoku_4, message: 変わりました。}"),
        ("questions.yml", r"^      shikoku: ", "      shikoku_4: "),
        (f"{EDITION}/factors.yml", r"^      shikoku: ", "      shikoku_4: "),
        ("questions.yml", r"^questions:\n", "questions:\n  recorder:\n    label: ドラレコ\n    kind: flag\n    section: discounts\n    default: false\n"),
    ):  # fmt: skip
        text, times = re.subn(pattern, new, (folder / file).read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert times, file
        (folder / file).write_text(text, encoding="utf-8")
    return Side("changed", folder, load_book(str(folder)))


@pytest.fixture(scope="module")
def two_editions(tmp_path_factory):
    """A second edition from 2027-04-01: other rates, a question and a rider of its own, a choice that ends."""
    folder = edition_2027.make(tmp_path_factory.mktemp("editions"))
    return Side("two_editions", folder, load_book(str(folder)))


@pytest.fixture(scope="module")
def old(book):
    return Side("data", DATA, book)


def anything(book, number, seed):
    """Rows of answers of every kind, sensible or not, some of them unreadable."""
    draw = random.Random(seed)
    kinds = {
        "choice": lambda question: draw.choice(question["choices"])["id"],
        "flag": lambda _: draw.choice(["true", "false"]),
        "integer": lambda question: str(draw.randrange(question["at_least"], min(question["at_most"], 6_000_000) + 1, question["step"] or 1)),
        "date": lambda _: f"{draw.randint(1930, 2027)}-{draw.randint(1, 12):02d}-{draw.randint(1, 30):02d}",
        "month": lambda _: f"{draw.randint(2015, 2026)}-{draw.randint(1, 12):02d}",
        "model": lambda question: draw.choice(list(question["models"])),
    }
    for row in portfolio(book, number, seed):
        answers = {name: str(value) for name, value in row.items() if name != "contract"}
        for name in draw.sample(list(book.questions), 4):
            if draw.random() < 0.6 and name != "application_date":
                answers[name] = kinds[book.questions[name]["kind"]](book.questions[name])
        if draw.random() < 0.02:
            answers[draw.choice(list(answers))] = "?"
        if draw.random() < 0.01:
            del answers[draw.choice(["start_date", "vehicle_type"])]
        yield answers


def differing(book, rows, near=None):
    """The rows whose status, yen or lines are not what the engine says."""
    names = sorted({name for row in rows for name in row})
    frame = pl.DataFrame({name: [row.get(name) for row in rows] for name in names}, schema=dict.fromkeys(names, pl.String))
    contracts, unread = read({name: coded(frame[name]) for name in names}, len(rows), book)
    priced, reasons = price(contracts, book, {}, **({} if near is None else {"near": near}))
    told = {row for row, _ in unread + reasons}
    wrong, statuses = [], set()
    for number, (row, found) in enumerate(zip(rows, priced.iter_rows(named=True), strict=True)):
        said = quote(book, row)
        lines = {line["coverage"]: line["annual"] for line in said["lines"]}
        columns = {name[5:]: yen for name, yen in found.items() if name.startswith("line.") and yen is not None}
        if (found["status"], found["annual"], columns, number in told) != (
            said["status"], said.get("annual"), lines, said["status"] != "quoted",
        ):  # fmt: skip
            wrong.append((row, said, found))
        statuses.add(said["status"])
    assert statuses == {"quoted", "declined", "invalid"}
    return wrong


def test_ten_thousand_rows_cost_what_the_engine_says(book):
    assert differing(book, list(anything(book, ROWS, 7))) == []


def test_changed_data_too(changed):
    assert differing(changed.book, list(anything(changed.book, 1_000, 8))) == []


def test_rows_of_several_editions_too(two_editions):
    draw = random.Random(11)
    rows = list(anything(two_editions.book, 1_500, 10))
    for row in draw.sample(rows, 900):
        row["start_date"] = f"2027-{draw.randint(3, 12):02d}-{draw.randint(1, 28):02d}"
    assert {quote(two_editions.book, row).get("edition") for row in rows} >= {"2020-04", "2027-04"}
    assert differing(two_editions.book, rows) == []


@pytest.mark.parametrize("near", [0.5, 1e9])
def test_where_floats_may_not_decide_the_engine_does(book, near):
    assert differing(book, list(anything(book, 600, 9)), near) == []


def test_answers_that_a_condition_looks_at():
    condition = ["all", [["answered", "grade", ["in", "grade", ["7"]]], ["not", ["answered", "seats", ["in", "seats", [1]]]], ["in", "aeb", [True]]]]
    assert answers_of(condition) == {"grade", "seats"}


class TestFile:
    def write(self, path, old, number=300):
        with path.open("w", encoding="utf-8") as file:
            write_portfolio(old.book, number, 3, file)
        return path

    def test_the_sample_is_the_same_for_the_same_seed_and_has_a_price(self, old):
        texts = [io.StringIO(), io.StringIO()]
        for text in texts:
            write_portfolio(old.book, 50, 4, text)
        assert texts[0].getvalue() == texts[1].getvalue()
        rows = csv.DictReader(io.StringIO(texts[0].getvalue()))
        answers = [{name: value for name, value in row.items() if value and name != "contract"} for row in rows]
        assert {quote(old.book, each)["status"] for each in answers} == {"quoted"}

    def test_the_dislocation(self, old, changed, tmp_path):
        report, whole, broken = price_portfolio(self.write(tmp_path / "p.csv", old), old, changed, cores=1)
        assert broken == []
        assert report["contracts"] == len(whole) == sum(report["counts"].values()) == sum(each["contracts"] for each in report["distribution"]) == 300
        assert report["counts"]["up"] > 50
        assert report["counts"]["down"] > 5
        assert len(report["worst"]) == 50
        assert abs(report["worst"][0]["difference"]) == whole["difference"].abs().max()
        for side in ("before", "after"):
            assert report["totals"][side] == whole[side].sum() == sum(each[side] for each in report["coverages"])
        assert [each["tenth"] for each in report["deciles"]] == list(range(11))
        assert any(cause["text"] == "地域 関東 ×1.02 → ×1.0237" for cause in report["causes"])
        for rows in report["summary"].values():
            assert sum(row["up"] for row in rows) == report["counts"]["up"]

    def test_two_editions_on_both_sides(self, two_editions, tmp_path):
        """Rates of the later edition change: contracts of the earlier one cost what they did."""
        folder = Path(shutil.copytree(two_editions.root, tmp_path / "data"))
        base = folder / "editions" / edition_2027.START / "base.yml"
        base.write_text(base.read_text(encoding="utf-8").replace("passenger: 43000", "passenger: 47000"), encoding="utf-8")
        days = ["2027-03-31", "2027-04-01"] * 150
        with (tmp_path / "p.csv").open("w", encoding="utf-8") as file:
            rows = [row | {"start_date": day} for row, day in zip(portfolio(two_editions.book, 300, 5), days, strict=True)]
            writer = csv.DictWriter(file, sorted({name for row in rows for name in row}), restval="")
            writer.writeheader()
            writer.writerows(rows)
        new = Side("new", folder, load_book(str(folder)))
        _, whole, broken = price_portfolio(tmp_path / "p.csv", two_editions, new, cores=1)
        answers = [{name: value for name, value in row.items() if name != "contract"} for row in rows]
        for side, column in ((two_editions, "before"), (new, "after")):
            assert whole[column].to_list() == [quote(side.book, row).get("annual") for row in answers]
        changed = whole["difference"].to_list()
        assert {day for day, yen in zip(days, changed, strict=True) if yen} == {edition_2027.START}
        assert broken == []

    def test_parquet_says_the_same_and_so_do_more_cores(self, old, changed, tmp_path, monkeypatch):
        path = self.write(tmp_path / "p.csv", old)
        as_text = pl.read_csv(path, infer_schema=False)
        typed = as_text.with_columns(pl.col("birth_date").str.to_date(), pl.col("own_damage_amount").cast(pl.Int64), pl.col("my_bike") == "true")
        typed.write_parquet(tmp_path / "p.parquet")
        monkeypatch.setattr("difference.portfolio.workers.CHUNK", 160)
        csv_rows = price_portfolio(path, old, changed, cores=1)[1]
        parquet_rows = price_portfolio(tmp_path / "p.parquet", old, changed, cores=2)[1]
        assert csv_rows.drop("line").equals(parquet_rows.drop("line"))

    @pytest.mark.parametrize("terminal", [True, False])
    def test_a_terminal_shows_how_far_it_is(self, old, tmp_path, capsys, monkeypatch, terminal):
        path = self.write(tmp_path / "p.csv", old, 40)
        monkeypatch.setattr("difference.portfolio.workers.CHUNK", 20)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
        price_portfolio(path, old, old, cores=1)
        shown = capsys.readouterr().err.split("\r")[1:]
        assert [(bar.count("█"), bar.count("░"), bar[-5:].strip()) for bar in shown] == ([(15, 15, "50%"), (30, 0, "100%")] if terminal else [])

    def test_broken_rows_are_listed_and_the_others_priced(self, old, tmp_path, capsys):
        lines = self.write(tmp_path / "p.csv", old, 40).read_text(encoding="utf-8").splitlines()
        head = lines[0].split(",")
        lines[5] += ",one too many"
        lines[7] = lines[7].replace(lines[7].split(",")[head.index("start_date")], "2026-02-30")
        lines[9] = "x,,passenger" + "," * (len(head) - 3)
        lines.insert(20, "")
        lines[30] = lines[30].rpartition(",")[0]
        (tmp_path / "p.csv").write_text("\n".join(lines), encoding="utf-8")
        assert main(["diff", str(DATA), str(DATA), "--portfolio", str(tmp_path / "p.csv"), "--out", str(tmp_path)]) == 0
        report = json.loads(capsys.readouterr().out)
        assert (report["broken"], report["contracts"], report["counts"]["same"], report["counts"]["unpriced"]) == (4, 38, 36, 2)
        rows = list(csv.DictReader(io.StringIO((tmp_path / "broken.csv").read_text(encoding="utf-8-sig"))))
        assert [int(row["line"]) for row in rows] == [6, 8, 10, 31]
        assert "こよみにない日" in rows[1]["reason"]
        assert "補償を始める日を答えてください。" in rows[2]["reason"]
        assert "列の数が 30" in rows[0]["reason"]
        assert len(pl.read_parquet(tmp_path / "contracts.parquet")) == 38

    @pytest.mark.parametrize(
        ("text", "said"),
        [("start_date,vehicle_typ\n2026-12-01,moped\n", "「vehicle_type」のことですか"), ("", "1件もありません"), ("grade,grade\n", "2回"),
         ("start_date\n", "1件もありません")],
    )  # fmt: skip
    def test_a_file_that_is_no_portfolio(self, old, tmp_path, text, said):
        (tmp_path / "p.csv").write_text(text, encoding="utf-8")
        with pytest.raises(Unusable, match=said):
            read_portfolio(tmp_path / "p.csv", old, old)

    def test_a_column_that_only_the_new_side_asks_for(self, old, changed, tmp_path):
        (tmp_path / "p.csv").write_text("start_date,vehicle_type,recorder\n2026-12-01,moped,true\n", encoding="utf-8")
        report, whole, broken = price_portfolio(tmp_path / "p.csv", old, changed, cores=1)
        assert (report["counts"]["same"], broken, whole["before"].to_list()) == (1, [], whole["after"].to_list())
