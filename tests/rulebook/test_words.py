"""Words of the screens: slots and counters, what the code asks for, what a page's scripts are given."""

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

from commands.main import main
from quote_engine.drawing.markup import tag
from quote_engine.drawing.words import Say
from rulebook.asked_words import Unclear, asked_words, lock_text, python_asks, script_asks
from rulebook.declared.words import ASKED
from rulebook.library import read_library
from rulebook.sheets.problem import Report
from site_build.script_words import script_words
from tests.data.mistakes import PLAN

ROOT = Path(__file__).parents[2]
SCREENS = ("quote_engine/pages", "quote_engine/drawing", "quote_engine/replies", "site_build/calculators")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠々]")
UNITS = re.compile("[0（）]*(円|万円|千|万|行|年|月|日)[（）]*")
KEPT = {"参考", "に", "ここまで"}
"""The mark of certainty, which the guide's pages draw without the book; ends and beginnings of words from the data that the code looks for."""
SCRIPT = ROOT / "docs" / "assets" / "js" / "page" / "words.js"
WORDS = {
    "texts": {"a.none": "値段 <1>", "a.two": "{count:つ}の{name}。{count}", "a.first": "{name}です"},
    "counters": {"つ": [[9, "つ"], [None, "個"]]},
}


@pytest.mark.parametrize(("count", "said"), [(0, "0つの<b>。0"), (9, "9つの<b>。9"), (10, "10個の<b>。10"), (21, "21個の<b>。21")])
def test_a_number_takes_its_counter_in_python_and_in_a_script(count, said):
    assert Say(WORDS)("a.two", count=count, name="<b>") == said
    page = f"globalThis.document = {{ getElementById: () => ({{ textContent: {json.dumps(json.dumps(WORDS))} }}) }};"
    ask = f'const {{ say }} = await import("{SCRIPT.as_uri()}"); process.stdout.write(say("a.two", {{ count: {count}, name: "<b>" }}));'
    assert subprocess.run(["node", "--input-type=module", "-e", page + ask], capture_output=True, text=True, check=True).stdout == said


def test_markup_is_kept_and_everything_else_is_escaped():
    say = Say(WORDS)
    assert say("a.none") == "値段 <1>"
    assert say.html("a.none") == "値段 &lt;1&gt;"
    assert say.html("a.first", name=tag("b", "<")) == "<b>&lt;</b>です"
    assert say.html("a.two", count=2, name="<b>") == "2つの&lt;b&gt;。2"


def test_the_lock_is_what_the_code_asks_for():
    assert (ROOT / "data" / ASKED).read_text(encoding="utf-8") == lock_text(asked_words(ROOT)), "python -m quote_engine words writes it anew"


@pytest.mark.parametrize("folder", SCREENS)
def test_no_words_stand_in_the_code_of_the_screens(folder):
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
        # What a request lacks is told by the engine itself, through every door.
        told |= {id(word) for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "problem" for word in node.args}
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told]
        found += [
            f"{path.name}:{text.lineno}: {text.value}" for text in texts
            if JAPANESE.search(text.value) and not UNITS.fullmatch(text.value) and text.value not in KEPT
        ]
    assert found == [], "words belong in data/words"


def test_calls_are_found_with_their_slots():
    python = 'say("a.none")\nsay.html("a.two", name=tag("b", say("b.x")), count=1)\nother("c.d")\n'
    assert sorted(python_asks(python, "x.py")) == [("a.none", ()), ("a.two", ("count", "name")), ("b.x", ())]
    script = 'import { make, say } from "../page/words.js";\n say("a.none"); say("a.two", { count, name: f(1, { x }) + "}," });\n resay(x)'
    assert list(script_asks(script, "x.js")) == [("a.none", ()), ("a.two", ("count", "name"))]
    assert list(script_asks("const say = (words) => show(words); say(KEPT);", "x.js")) == []


@pytest.mark.parametrize("call", ["say(name)", 'say("a." + name)', 'say("a.none", "b")', 'say("a.two", **slots)', 'say("None")'])
def test_python_that_does_not_tell_what_it_asks_for_is_refused(call):
    with pytest.raises(Unclear, match=r"x\.py:2: "):
        list(python_asks(f"\n{call}", "x.py"))


@pytest.mark.parametrize("call", ["say(name)", "say(`a.${name}`)", 'say("a.two", slots)', 'say("a.two", { ...slots })', 'say("a.two", { [x]: 1 })', 'say("a" + b)'])
def test_a_script_that_does_not_tell_what_it_asks_for_is_refused(call):
    with pytest.raises(Unclear, match=r"x\.js:2: "):
        list(script_asks(f'import {{ say }} from "./words.js";\n{call}', "x.js"))


def test_one_word_has_the_same_slots_everywhere(tmp_path):
    for number, call in enumerate(('say("a.b", count=1)', 'say("a.b")')):
        module = tmp_path / "quote_engine" / f"m{number}.py"
        module.parent.mkdir(exist_ok=True)
        module.write_text(call)
    with pytest.raises(Unclear, match=r"a\.b"):
        asked_words(tmp_path)


def test_the_command_writes_the_lock_once(tmp_path, capsys):
    for folder in ("quote_engine", "data/words"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "quote_engine" / "m.py").write_text('say("a.b", count=1)')
    assert [main(["words", "--root", str(tmp_path)]) for _ in range(2)] == [0, 0]
    assert capsys.readouterr().out == f"data/{ASKED} を書きました。\n控えは、コードのとおりです。\n"
    assert "  a.b: [count]\n" in (tmp_path / "data" / ASKED).read_text(encoding="utf-8")
    (tmp_path / "quote_engine" / "m.py").write_text("say(name)")
    assert main(["words", "--root", str(tmp_path)]) == 1
    assert "m.py:1" in capsys.readouterr().err


def test_a_page_gets_the_words_of_its_scripts_and_of_what_they_import(tmp_path):
    texts = {
        "site/site.js": 'import { x } from "../tools/none.js";',
        "tools/none.js": "export const x = 1;",
        "tools/tool.js": 'import { say } from "../page/words.js";\nconst late = () => import("./late.js"); say("page.title");',
        "tools/late.js": 'import { say } from "../page/words.js";\nsay("page.found", { count, when: "</script>" });',
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    library = read_library(PLAN, Report())
    library.words["page"]["words"]["title"] = "</script><b>"
    words = script_words(library, tmp_path)
    assert words() == words(["tools/none.js"]) == ""
    block = words(["tools/tool.js"])
    assert block.count("<") == 2
    assert json.loads(block.partition(">")[2].rpartition("<")[0]) == {
        "texts": {"page.found": "{count:つ}あります。{when}から。", "page.title": "</script><b>"},
        "counters": {"つ": [[9, "つ"], [None, "個"]]},
    }
    assert repr(words) != repr(script_words(read_library(PLAN, Report()), tmp_path))
