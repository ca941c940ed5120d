"""What the playground answers, and that none of it travels to visitors."""

import json

import pytest

from rulebook.playground import Desk
from rulebook.trial import case_answers, trial
from site_build import ROOT
from site_build.browser_python.closure import engine_sources
from site_build.browser_python.playground import data_files, sources

FILE = "editions/2020-04-01/discounts.yml"


@pytest.fixture
def ask(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = Desk(json.dumps({"data": data_files()}))

    def ask(files):
        reply = json.loads(desk.reply_bytes(json.dumps({"id": 5, "files": files})))
        assert reply["id"] == 5
        return reply

    return ask


def test_prices_and_problems_are_those_of_the_checker_and_the_engine(ask, book):
    text = data_files()[FILE]
    same = ask({})
    assert same["problems"] == []
    assert [each["before"] for each in same["prices"]] == [trial(book, case_answers(book, case["id"]))["annual"] for case in book.data["examples"]]
    assert all(each["before"] == each["after"] and each["steps"] == [] for each in same["prices"])

    moved = ask({FILE: text.replace("percent: 8", "percent: 12", 1)})
    assert moved["prices"][0]["after"] < moved["prices"][0]["before"]
    assert {step["does"] for each in moved["prices"] for step in each["steps"]} == {"12％引き"}

    wrong = ask({FILE: text.replace("percent: 8", "percent: 8％", 1)})
    assert wrong["prices"] == []
    assert "8％" in wrong["problems"][0]["text"]
    assert ask({"../else.yml": "x", FILE: text}) == same


def test_an_edition_to_come_is_priced_from_its_first_day(tmp_path, monkeypatch):
    files = data_files()
    coming = "2099-04-01"
    files |= {name.replace("2020-04-01", coming): text for name, text in files.items() if "editions/2020-04-01" in name}
    monkeypatch.chdir(tmp_path)
    desk = Desk(json.dumps({"data": files}))
    base = f"editions/{coming}/base.yml"
    reply = json.loads(desk.reply(json.dumps({"id": 1, "files": {base: files[base].replace("passenger: 26000", "passenger: 36000")}})))
    assert reply["problems"] == []
    assert reply["start"] == "2099年4月1日"
    assert reply["prices"][0]["after"] > reply["prices"][0]["before"]


def test_visitors_get_none_of_it():
    visitors, editors = engine_sources(ROOT), sources()
    assert not [name for name in visitors if not name.startswith("quote_engine/")]
    assert {"yaml/__init__.py", "rulebook/playground.py", "rulebook/sheets/placed.py"} <= set(editors)
