"""Portfolio files as people have them: whatever Excel, a Mac, Windows or pandas makes of the same contracts, the prices are the same."""

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from commands.main import main
from difference.portfolio.cells import plain
from difference.portfolio.file import LINE, read_portfolio
from difference.portfolio.portfolio import price_portfolio
from difference.portfolio.sample import portfolio
from difference.sides import Side, Unusable

DATA = Path(__file__).parents[2] / "data"
NUMBER = 40


@pytest.fixture(scope="module")
def side(book):
    return Side("data", DATA, book)


@pytest.fixture(scope="module")
def rows(book):
    """Contracts with Japanese names, among them those that only CP932 of Windows knows."""
    drawn = [{name: str(value) for name, value in row.items()} for row in portfolio(book, NUMBER, 6)]
    return [row | {"contract": f"髙橋①号-{number}"} for number, row in enumerate(drawn)]


def text_of(rows, separator=","):
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def prices(side, rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("plain") / "p.csv"
    path.write_text(text_of(rows), encoding="utf-8")
    return priced(path, side)


def priced(path, side):
    _, whole, broken = price_portfolio(path, side, side, cores=1)
    assert broken == []
    assert whole["before"].null_count() == 0
    return whole.select("contract", "before").rows()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(side, rows, prices, tmp_path, encoding, ending):
    (tmp_path / "p.csv").write_bytes(text_of(rows).replace("\n", ending).encode(encoding))
    assert priced(tmp_path / "p.csv", side) == prices


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators(side, rows, prices, tmp_path, separator):
    (tmp_path / "p.csv").write_text(text_of(rows, separator), encoding="utf-8")
    assert priced(tmp_path / "p.csv", side) == prices


def excel(book, row):
    """The same contract after Excel has opened and saved the file."""
    forms = {
        "date": lambda day: f"{int(day[:4])}/{int(day[5:7])}/{int(day[8:])}",
        "month": lambda month: f"{int(month[:4])}/{int(month[5:])}/1",
        "flag": str.upper,
        "integer": lambda number: f"{int(number):,}",
    }
    kinds = {name: question["kind"] for name, question in book.questions.items()}
    return {name: value and forms.get(kinds.get(name), str)(value) for name, value in row.items()}


def test_what_excel_saves(side, book, rows, prices, tmp_path):
    saved = [excel(book, row) for row in rows]
    assert any("," in value for row in saved for value in row.values())
    assert any("/" in value for row in saved for value in row.values())
    (tmp_path / "p.csv").write_bytes(text_of(saved).replace("\n", "\r\n").encode("cp932"))
    assert priced(tmp_path / "p.csv", side) == prices


def test_what_pandas_saves(side, rows, prices, tmp_path):
    rows = [row for row in rows if "-" not in row.get("grade", "")]  # 1-1 is no number
    prices = [price for price in prices if price[0] in {row["contract"] for row in rows}]
    frame = pl.DataFrame(rows).with_columns(
        pl.col("birth_date").replace("", None).str.to_datetime("%Y-%m-%d"),
        pl.col("start_date").str.to_date(),
        pl.col("grade").replace("", None).cast(pl.Float64).fill_null(float("nan")),
        pl.col("own_damage_amount").replace("", None).cast(pl.Float64),
        pl.col("own_damage_deductible").replace("", None).cast(pl.Decimal(12, 2)),
        pl.col("vehicle_type").cast(pl.Categorical),
        (pl.col("my_bike") == "true").alias("my_bike"),
        pl.int_range(pl.len()).alias("__index_level_0__"),
    )
    frame.write_parquet(tmp_path / "p.parquet")
    assert priced(tmp_path / "p.parquet", side) == prices
    counted = [{"": str(number), **row} for number, row in enumerate(rows)]
    (tmp_path / "p.csv").write_text(text_of(counted), encoding="utf-8")
    assert priced(tmp_path / "p.csv", side) == prices


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        ("date", "1980/4/1", "1980-04-01"), ("date", "1980-04-01 0:00:00", "1980-04-01"), ("date", "1980年4月1日", "1980-04-01"),
        ("date", "１９８０／０４／０１", "1980-04-01"), ("date", datetime.fromisoformat("1980-04-01 00:00"), "1980-04-01"), ("date", date(1980, 4, 1), "1980-04-01"),
        ("date", "1980-04-01 12:00", "1980-04-01 12:00"), ("date", "4/1/1980", "4/1/1980"), ("date", "1980/4", "1980/4"),
        ("month", "2025/4", "2025-04"), ("month", "2025年04月", "2025-04"), ("month", "2025/4/1", "2025-04"), ("month", "2025/4/2", "2025/4/2"),
        ("month", "Apr-25", "Apr-25"), ("flag", "TRUE", "true"), ("flag", "False", "false"), ("flag", True, True), ("flag", "yes", "yes"),
        ("integer", "2,000,000", "2000000"), ("integer", "2000000.0", "2000000"), ("integer", 2000000.0, "2000000"), ("integer", Decimal("2000000.00"), "2000000"),
        ("integer", "20,00", "20,00"), ("integer", "1.5", "1.5"), ("integer", 7, 7), ("choice", "２０", "20"), ("choice", 20.0, "20"), ("choice", " moped ", "moped"),
        ("choice", "1-1", "1-1"), ("choice", "", None), ("choice", float("nan"), None), ("choice", None, None), ("choice", "1,2", "1,2"),
    ],
)  # fmt: skip
def test_a_cell_is_read_where_it_can_mean_one_thing(kind, written, read):
    assert plain(written, kind) == read


def run(tmp_path, text, capsys):
    (tmp_path / "p.csv").write_text(text, encoding="utf-8")
    status = main(["diff", str(DATA), str(DATA), "--portfolio", str(tmp_path / "p.csv"), "--out", str(tmp_path / "out")])
    return status, json.loads(capsys.readouterr().out)


def test_what_cannot_be_priced_is_not_the_same(tmp_path, capsys):
    status, report = run(tmp_path, "contract,start_date,vehicle_type\nA,2026-12-01,moped\nB,soon,moped\n", capsys)
    assert (status, report["counts"]["same"], report["counts"]["unpriced"], report["contracts"]) == (0, 1, 1, 2)
    status, report = run(tmp_path, "contract,start_date,vehicle_type\n契約A,soon,moped\n", capsys)
    assert (status, report["counts"]["same"], report["counts"]["unpriced"], report["contracts"]) == (2, 0, 1, 1)
    assert (tmp_path / "out" / "broken.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_one_odd_byte_costs_its_row_only(side, rows, tmp_path):
    lines = text_of(rows).encode().split(b"\n")
    lines[3] = lines[3].replace("髙".encode(), b"\xff", 1)
    (tmp_path / "p.csv").write_bytes(b"\n".join(lines))
    frame, broken = read_portfolio(tmp_path / "p.csv", side, side)
    assert [(line, why) for line, _, why in broken] == [(4, "文字として読めません。")]
    assert frame[LINE].to_list() == [number for number in range(2, NUMBER + 2) if number != 4]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\n", b"\x81,\x81\n\x81\n", b"PAR1broken"])
def test_what_is_no_text_is_told(side, tmp_path, data):
    (tmp_path / "p.csv").write_bytes(data)
    with pytest.raises(Unusable, match="読めません"):
        read_portfolio(tmp_path / "p.csv", side, side)


@pytest.mark.parametrize("number", ["-5", "0", "many", "1.5"])
def test_a_sample_has_at_least_one_contract(number, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["portfolio", number])
    assert capsys.readouterr().out == ""
