"""What a build draws from is one object: nothing outlives it, each page gets it, and a change of data makes another."""

import ast
from datetime import date
from types import SimpleNamespace

import pytest

from rulebook.sheets.problem import BrokenData
from site_build import ROOT
from site_build.macros import macros
from site_build.sources import Sources
from tests.sources import SOURCES

KEEPERS = {"cache", "lru_cache"}


def kept_functions():
    for path in (ROOT / "site_build").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(_name(each) in KEEPERS for each in node.decorator_list):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def _name(decorator):
    plain = decorator.func if isinstance(decorator, ast.Call) else decorator
    return plain.attr if isinstance(plain, ast.Attribute) else getattr(plain, "id", None)


def test_the_process_keeps_only_what_arguments_decide():
    found = dict(kept_functions())
    assert found
    assert [place for place, node in found.items() if not node.args.args] == []


def test_every_macro_has_a_name_of_its_own_and_says_what_it_is():
    found = list(macros(SOURCES, lambda: SimpleNamespace(url="")))
    assert len({name for name, _ in found}) == len(found)
    assert [name for name, macro in found if not macro.__doc__] == []


def test_a_macro_is_given_the_sources_and_the_page():
    ready = dict(macros(SOURCES, lambda: SimpleNamespace(url="guide/cars/")))
    contact = SOURCES.guide.contact_of("accident")
    assert contact["phone"] in ready["number"]("accident")
    assert 'href="../../quote/#' in ready["try_quote"]("見る", grade="20")


def test_a_question_is_asked_once():
    sources = Sources()
    answers = {**sources.example_answers, **sources.days}
    assert sources.ask("quote", answers) is sources.ask("quote", dict(answers))
    assert sources.quote(sources.example_answers) == sources.ask("quote", answers)["quote"]


def test_the_day_of_building_can_be_said():
    sources = Sources(today=date(2027, 3, 20))
    assert sources.days == {"start_date": "2027-03-21", "application_date": "2027-03-20"}


def test_new_guide_data_leave_the_book_and_new_data_nothing(data_copy):
    sources = Sources(data_copy)
    phone, words = sources.book["contacts"][0]["phone"], next(iter(sources.guide.terms.values()))["text"]
    for file, old, new in (("contacts.yml", phone, "0120-00-0000"), ("guide/glossary.yml", words, "新しい説明です。")):
        path = data_copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    fresh = sources.with_new_guide()
    assert fresh.book is sources.book
    assert next(iter(fresh.guide.terms.values()))["text"] == "新しい説明です。"
    assert next(iter(sources.guide.terms.values()))["text"] == words
    assert Sources(data_copy).book["contacts"][0]["phone"] == "0120-00-0000"


def test_only_those_who_wait_get_a_book_without_its_proof(data_copy):
    file = data_copy / "editions" / "2020-04-01" / "grades.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('\n    "20": ', '\n    "24": '), encoding="utf-8")
    assert text != file.read_text(encoding="utf-8")
    assert Sources(data_copy, following=True).book["editions"]
    with pytest.raises(BrokenData):
        _ = Sources(data_copy).book
