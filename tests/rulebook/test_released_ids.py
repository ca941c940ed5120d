"""Released ids: what stands in links is never lost without a word, whichever page the link leads to."""

import json
import shutil
from pathlib import Path

import pytest

from commands.main import main
from quote_engine import Book, load_book, quote
from quote_engine.payout.payout import payout
from quote_engine.replies.tool_page import tool_page
from quote_engine.replies.tools import TOOLS
from rulebook.binder import examine
from rulebook.checks.released_ids import linked_ids, unlocked, write_lock
from rulebook.declared.files import LOCK
from rulebook.library import read_library
from rulebook.sheets.problem import Report
from tests import edition_2027

DATA = Path(__file__).parents[2] / "data"
CAR = {"start_date": "2026-12-01", "vehicle_type": "passenger"}


@pytest.fixture
def data_copy(tmp_path):
    """The data with one edition: a choice that is taken out here stands in no other table."""
    return edition_2027.base(tmp_path)


def library(data):
    return read_library(data, Report())


def change(data, file, old, new):
    text = (data / file).read_text(encoding="utf-8")
    assert old in text, (file, old)
    (data / file).write_text(text.replace(old, new), encoding="utf-8")


def migrate(data, *rules):
    text = "".join(f"  - {json.dumps(rule, ensure_ascii=False)}\n" for rule in rules)
    (data / "migrations.yml").write_text(f"migrations:\n{text}", encoding="utf-8")


def told(data):
    return [problem for problem in examine(data)[1] if problem.place.file == LOCK]


def test_every_id_of_the_repository_is_kept():
    found = unlocked(library(DATA))
    assert not found, f"{found[0].message}: run python -m quote_engine ids"


def test_the_kept_ids_are_all_that_a_link_can_say(book):
    ids = linked_ids(library(DATA))
    asked = [*book.questions.values(), *book.data["accidents"]["questions"].values()]
    asked += [question for tool in book.data["tools"].values() for question in tool["questions"].values()]
    for question in asked:
        choices = [*book.models] if question["kind"] == "model" else [choice["id"] for choice in question["choices"]]
        assert set(choices) <= set(ids[question["id"]]), question["id"]
    assert set(ids) == {question["id"] for question in asked}


def test_a_new_name_is_a_reminder_until_it_is_kept(data_copy, capsys):
    change(data_copy, "questions.yml", "      okinawa: {label: 沖縄県}\n", "      okinawa: {label: 沖縄県}\n      islands: {label: 離島}\n")
    change(data_copy, "editions/2020-04-01/factors.yml", "      okinawa: 0.98\n", "      okinawa: 0.98\n      islands: 0.97\n")
    assert main(["check", "--data", str(data_copy)]) == 0
    assert "まだ控えていない名前が 1 件あります: region（islands）" in capsys.readouterr().out
    assert main(["ids", "--data", str(data_copy)]) == 0
    assert unlocked(library(data_copy)) == []
    assert '  - "islands"\n' in (data_copy / LOCK).read_text(encoding="utf-8")
    assert not write_lock(library(data_copy))


def test_a_name_that_is_gone_cannot_be_forgotten_by_writing_the_lock_anew(data_copy, capsys):
    before = (data_copy / LOCK).read_text(encoding="utf-8")
    change(data_copy, "questions.yml", "      shikoku: {label: 四国}\n", "")
    change(data_copy, "editions/2020-04-01/factors.yml", "      shikoku: 0.99\n", "")
    assert main(["ids", "--data", str(data_copy)]) == 1
    said = capsys.readouterr().err
    assert "公開した質問「region」の選択肢「shikoku」が、データにありません" in said
    assert '- {question: region, choice: "shikoku", message: 見る人へのお知らせ}' in said
    assert (data_copy / LOCK).read_text(encoding="utf-8") == before
    migrate(data_copy, {"question": "region", "choice": "shikoku", "message": "四国の区分はなくなりました。"})
    assert told(data_copy) == []
    assert main(["ids", "--data", str(data_copy)]) == 0
    assert (data_copy / LOCK).read_text(encoding="utf-8") == before, "what was released once stays kept, and so its migration"


def test_the_hint_is_the_line_that_mends_it(data_copy):
    change(data_copy, "questions.yml", "      shikoku: {label: 四国}\n", "      shikoku_4: {label: 四国}\n")
    change(data_copy, "editions/2020-04-01/factors.yml", "      shikoku: 0.99\n", "      shikoku_4: 0.99\n")
    (found,) = told(data_copy)
    (data_copy / "migrations.yml").write_text(f"migrations:\n{found.hint.splitlines()[1]}\n", encoding="utf-8")
    assert examine(data_copy)[1] == []
    moved = quote(load_book(str(data_copy)), {**CAR, "region": "shikoku"})
    assert moved["answers"]["region"] == "shikoku_4"
    assert "見る人へのお知らせ" in [note["message"] for note in moved["notes"]]


def test_a_model_that_is_gone(data_copy):
    text = (data_copy / "models.yml").read_text(encoding="utf-8")
    first = text.index("  - id: ")
    gone = text[first : text.index("  - id: ", first + 1)]
    model = gone.split()[2]
    change(data_copy, "models.yml", gone, "")
    assert [model in problem.message for problem in told(data_copy)] == [True]
    migrate(data_copy, {"question": "model", "choice": model, "message": "この型式は一覧からなくなりました。"})
    found = quote(load_book(str(data_copy)), {**CAR, "model": model})
    assert found["status"] == "quoted"
    assert "この型式は一覧からなくなりました。" in [note["message"] for note in found["notes"]]


def test_a_data_folder_without_a_lock_has_released_nothing(data_copy):
    (data_copy / LOCK).unlink()
    change(data_copy, "questions.yml", "      shikoku: {label: 四国}\n", "")
    change(data_copy, "editions/2020-04-01/factors.yml", "      shikoku: 0.99\n", "")
    assert examine(data_copy)[1] == []
    assert unlocked(library(data_copy)) == []


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """Questions and choices of accidents and tools, and a renamed question with a renamed choice, under other names than released."""
    data = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("moved") / "data"))
    book = load_book(str(data)).data
    book["migrations"] = [
        {"question": "area", "choice": None, "to": "region", "message": "地域の名前が変わりました。"},
        {"question": "region", "choice": "north", "to": "hokkaido", "message": "北海道の名前が変わりました。"},
        {"question": "accident", "choice": "snow", "to": "storm_flood", "message": "雪の事故は、台風などと一緒になりました。"},
        {"question": "who_drove", "choice": None, "to": "driver", "message": "運転者の質問の名前が変わりました。"},
        {"question": "per", "choice": "monthly", "to": "month", "message": "数え方の名前が変わりました。"},
    ][::-1]
    return Book(book)


class TestDoors:
    def test_a_choice_under_the_old_name_of_its_question(self, moved):
        found = quote(moved, {**CAR, "area": "north"})
        assert found["answers"]["region"] == "hokkaido"
        assert {note["field"] for note in found["notes"] if note["kind"] == "moved"} == {"region"}

    def test_a_payout(self, moved):
        found = payout(moved, {**CAR, "own_damage": "general", "accident": "snow", "who_drove": "spouse", "own_damage_loss": 300000, "area": "north"})
        assert (found["status"], found["accident"], found["answers"]["driver"]) == ("quoted", "storm_flood", "spouse")
        assert {"雪の事故は、台風などと一緒になりました。", "運転者の質問の名前が変わりました。", "北海道の名前が変わりました。"} <= set(found["notes"])

    def test_a_tool(self, moved):
        found = tool_page("ideas", TOOLS["ideas"], moved, {**CAR, "birth_date": "1980-06-15", "budget": "4000", "per": "monthly", "area": "north"})
        assert found["ideas"]["status"] != "invalid"
        assert found["form"]["questions"]["per"]["value"] == "month"
