"""The command line: what goes in and out, the exit statuses, and never a traceback."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
PLAN = HOME / "tests" / "data" / "plan"
CAR = {"start_date": "2026-12-01", "vehicle_type": "passenger"}
TRUCK = {"start_date": "2026-12-01", "vehicle_type": "passenger", "seats": 9}
ANSWERED, BROKEN, UNUSABLE = 0, 1, 2


def run(*arguments, given=b"", **more):
    """Run the command line on the small plan (it starts quicker than the real data)."""
    given = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    command = [sys.executable, "-m", "quote_engine", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, cwd=HOME, timeout=120, check=False, **more)
    done.out, done.err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in done.out + done.err
    return done


def quote(given, *arguments, status=None):
    done = run("quote", "--data", str(PLAN), *arguments, given=given)
    if status is not None:
        assert done.returncode == status, done.out + done.err
    return done


def result(given, status):
    return json.loads(quote(given, status=status).out)


def refused(given):
    """The messages for answers that cannot be used; each has a field and says it in Japanese."""
    answer = result(given, UNUSABLE)
    assert answer["status"] == "invalid"
    assert answer["problems"]
    for problem in answer["problems"]:
        assert set(problem) == {"field", "message"}
        assert re.search(r"[ぁ-ん]", problem["message"])
        assert len(problem["message"]) < 250
    return {problem["field"]: problem["message"] for problem in answer["problems"]}


class TestCheck:
    def test_good_data(self):
        done = run("check")
        assert (done.returncode, done.err) == (ANSWERED, "")
        assert done.out.splitlines()[-1].startswith("データに誤りはありません")  # reminders may stand before it

    def test_every_problem_and_their_number(self, tmp_path):
        folder = shutil.copytree(PLAN, tmp_path / "data")
        for name, wrong in (("site.yml", "name: no\n"), ("eligibility.yml", "rules: {}\nrule: 1\n")):
            (folder / name).write_text(wrong, encoding="utf-8")
        done = run("check", "--data", str(folder))
        assert done.returncode == BROKEN
        assert f"{folder.as_posix()}/site.yml:1:7: " in done.out
        assert f"{folder.as_posix()}/eligibility.yml:2:1: " in done.out
        number = len(re.findall(r"(?m)^\S+:\d+:\d+: ", done.out))
        assert done.out.endswith(f"誤りが {number} 件あります。\n")

    def test_a_folder_that_does_not_exist(self, tmp_path):
        done = run("check", "--data", str(tmp_path / "nowhere"))
        assert done.returncode == BROKEN
        assert "nowhere" in done.out

    def test_a_terminal_that_knows_no_japanese(self):
        done = run("check", env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
        assert "誤りはありません" in done.out


class TestForms:
    def test_json_gives_one_object_on_one_line(self):
        done = quote(json.dumps(CAR), status=ANSWERED)
        answer = json.loads(done.out)
        assert (answer["status"], answer["edition"], answer["certainty"]) == ("quoted", "2020-04", "sample")
        assert answer["annual"] == sum(line["annual"] for line in answer["lines"])
        assert {"lines", "notes", "declined", "problems", "monthly"} <= set(answer)
        assert done.out.count("\n") == 1

    def test_the_last_step_is_the_line(self):
        for line in result(json.dumps({**CAR, "own_damage": "general"}), ANSWERED)["lines"]:
            last = line["steps"][-1]
            assert (last["kind"], last["after"]) == ("round", line["annual"])
            assert {"kind", "label", "operand", "before", "after", "source"} <= set(last)

    @pytest.mark.parametrize(
        "text",
        [
            "start_date: 2026-12-01\nvehicle_type: passenger\n",
            "{start_date: 2026-12-01, vehicle_type: passenger}",
            '\ufeff{"start_date": "2026-12-01",\n "vehicle_type": "passenger"}\n',
            "# 答え\r\nstart_date: 2026-12-01\r\nvehicle_type: passenger\r\n",
        ],
    )
    def test_json_and_yaml_in_any_dress_give_the_same_price(self, text):
        assert result(text, ANSWERED) == result(json.dumps(CAR), ANSWERED)

    def test_a_file(self, tmp_path):
        file = tmp_path / "答え.yml"
        file.write_text("start_date: 2026-12-01\nvehicle_type: passenger\n", encoding="utf-8")
        assert json.loads(quote("", str(file), status=ANSWERED).out) == result(json.dumps(CAR), ANSWERED)

    def test_a_list_gives_a_list_in_order(self):
        answers = result(json.dumps([CAR, {**CAR, "vehicle_type": "moped"}]), ANSWERED)
        alone = [result(json.dumps({**CAR, "vehicle_type": kind}), ANSWERED) for kind in ("passenger", "moped")]
        assert answers == alone

    def test_a_yaml_list_gives_a_list(self):
        answers = result("- {start_date: 2026-12-01, vehicle_type: moped}\n- {start_date: 2026-12-01, vehicle_type: passenger}\n", ANSWERED)
        assert [answer["status"] for answer in answers] == ["quoted", "quoted"]

    def test_an_empty_list_gives_an_empty_list(self):
        assert result("[]", ANSWERED) == []

    def test_json_lines_give_json_lines(self):
        done = quote("\n".join([json.dumps(CAR), "", json.dumps(TRUCK)]) + "\n", status=ANSWERED)
        assert [json.loads(line)["status"] for line in done.out.splitlines()] == ["quoted", "declined"]

    @pytest.mark.parametrize("bad", ['{"start_date": ', "nonsense", "null", "[" * 100_000, '{"a": 1, "a": 2}'])
    def test_one_bad_line_spoils_no_other(self, bad):
        done = quote("\n".join([json.dumps(CAR), bad, json.dumps(CAR)]), status=UNUSABLE)
        answers = [json.loads(line) for line in done.out.splitlines()]
        assert [answer["status"] for answer in answers] == ["quoted", "invalid", "quoted"]
        assert answers[1]["problems"][0]["message"]

    def test_line_ends_inside_a_text_are_no_line_ends(self):
        line = '{"start_date": "2026\u202812-01", "vehicle_type": "moped"}'
        done = quote(f"{line}\n{line}", status=UNUSABLE)
        assert done.out.count("\n") == 2

    def test_text_is_a_table_for_reading(self):
        done = quote(json.dumps({**CAR, "own_damage": "general"}), "--text", status=ANSWERED)
        assert "年払（参考）" in done.out
        assert "車両損害 一般補償" in done.out
        assert "└ data/editions/2020-04-01/base.yml:" in done.out
        assert "{" not in done.out

    def test_text_of_a_refusal_and_of_unusable_answers(self):
        assert "お引き受けできません" in quote(json.dumps(TRUCK), "--text", status=ANSWERED).out
        assert "計算できません" in quote("{}", "--text", status=UNUSABLE).out

    def test_the_real_data_are_the_default(self):
        answer = json.loads(run("quote", given=json.dumps({**CAR, "prior_contract": True, "grade": "11"})).out)
        assert answer["status"] == "quoted"
        assert answer["edition"] == "2020-04"

    def test_a_reader_who_goes_away_is_no_error(self):
        command = f'"{sys.executable}" -m quote_engine quote --data "{PLAN}" --text | head -1'
        given = json.dumps([CAR] * 300).encode()
        done = subprocess.run(["bash", "-c", command], input=given, capture_output=True, cwd=HOME, timeout=60, check=False)
        assert done.stderr == b""


class TestStatus:
    def test_a_declined_risk_is_an_answer(self):
        answer = result(json.dumps(TRUCK), ANSWERED)
        assert answer["status"] == "declined"
        assert answer["lines"] == []
        assert "annual" not in answer
        assert answer["declined"] == [
            {"rule": "too_many_seats", "field": "seats", "message": "乗車定員が8名を超える車は、お引き受けできません。",
             "source": answer["declined"][0]["source"]}
        ]  # fmt: skip
        assert re.fullmatch(r"data/eligibility\.yml:[0-9]+", answer["declined"][0]["source"])

    def test_one_unusable_item_makes_the_list_unusable(self):
        answers = result(json.dumps([CAR, {}]), UNUSABLE)
        assert [answer["status"] for answer in answers] == ["quoted", "invalid"]

    def test_broken_data(self, tmp_path):
        folder = shutil.copytree(PLAN, tmp_path / "data")
        (folder / "site.yml").unlink()
        done = run("quote", "--data", str(folder), given=json.dumps(CAR))
        assert (done.returncode, done.out) == (BROKEN, "")
        assert "site.yml" in done.err

    def test_no_data(self, tmp_path):
        assert run("quote", "--data", str(tmp_path / "nowhere"), given="{}").returncode == BROKEN

    @pytest.mark.parametrize("arguments", [(), ("qoute",), ("quote", "--txt"), ("check", "a", "b")])
    def test_a_wrong_command_shows_how_to_use_it(self, arguments):
        done = run(*arguments)
        assert done.returncode == UNUSABLE
        assert "使い方: " in done.err

    def test_help(self):
        done = run("quote", "--help")
        assert done.returncode == ANSWERED
        assert "データのフォルダー" in done.out


class TestUnusable:
    @pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "2026-12-1", "明日", "２０２６-12-01", "20261201", "", "0000-00-00", 20261201, 1.5])
    def test_impossible_dates(self, day):
        assert "start_date" in refused(json.dumps({**CAR, "start_date": day}))

    def test_before_the_first_edition(self):
        assert "start_date" in refused(json.dumps({**CAR, "start_date": "2020-03-31"}))

    def test_far_future_is_priced(self):
        assert result(json.dumps({**CAR, "start_date": "9999-12-31"}), ANSWERED)["status"] == "quoted"

    @pytest.mark.parametrize(
        ("wrong", "field", "meant"),
        [
            ({"own_damege": "general"}, "own_damege", "own_damage"),
            ({"own_damage": "genral"}, "own_damage", "general"),
            ({"vehicle_type": "pasenger"}, "vehicle_type", "passenger"),
            ({"model": "abc1O"}, "model", "ABC10"),
        ],
    )
    def test_unknown_ids_with_what_was_meant(self, wrong, field, meant):
        assert f"「{meant}」" in refused(json.dumps({**CAR, **wrong}))[field]

    @pytest.mark.parametrize("number", ["1" + "0" * 5000, "-1" + "0" * 5000, "1e400", "1E5", "5.0", "0.5", "-1", "NaN", "Infinity", "-Infinity", "99999999999999999"])
    def test_numbers_of_any_size_and_kind(self, number):
        for field in ("seats", "own_damage_amount", "start_date", "own_damage", "aeb", "model"):
            given = f'{{"start_date": "2026-12-01", "vehicle_type": "passenger", "{field}": {number}}}'.replace(
                '"start_date": "2026-12-01", ' if field == "start_date" else "\0", ""
            )
            assert field in refused(given)

    @pytest.mark.parametrize("value", ["５", "5人", "0x5", "5_0", "٣", " 5 5", "--5", "1,000"])
    def test_spellings_of_numbers_that_are_none(self, value):
        assert "seats" in refused(json.dumps({**CAR, "seats": value}))

    def test_every_wrong_answer_is_told_at_once(self):
        wrong = {"start_date": "x", "vehicle_type": "x", "seats": 0, "aeb": "x", "model": "x", "birth_date": "x", "x": 1}
        assert set(refused(json.dumps(wrong))) == set(wrong)

    def test_nulls(self):
        assert set(refused(json.dumps(dict.fromkeys(CAR)))) == set(CAR)
        assert "vehicle_type" in refused("start_date: 2026-12-01\nvehicle_type:\n")

    @pytest.mark.parametrize("text", ["null", "5", '"text"', "true", "text", "~", "[[]]", "[1, null]", "- a\n- b\n", "{}"])
    def test_what_is_not_a_set_of_answers(self, text):
        answers = result(text, UNUSABLE)
        for answer in answers if isinstance(answers, list) else [answers]:
            assert answer["problems"][0]["field"] == ""

    @pytest.mark.parametrize("inner", [[], {}, ["passenger"], {"id": "passenger"}, [[[]]]])
    def test_nesting_where_one_value_is_asked(self, inner):
        assert "vehicle_type" in refused(json.dumps({**CAR, "vehicle_type": inner}))

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 100_000,
            '{"a":' * 100_000,
            "[" * 100_000 + "]" * 100_000,
            '{"a":' * 100_000 + "1" + "}" * 100_000,
            "- " * 100_000 + "a",
            "a: " + "[" * 100_000,
            "".join(" " * depth + "a:\n" for depth in range(1500)),
        ],
        ids=["json lists", "json objects", "closed lists", "closed objects", "yaml lists", "yaml flow", "yaml maps"],
    )
    def test_nesting_of_any_depth(self, text):
        begin = time.monotonic()
        refused(text)
        assert time.monotonic() - begin < 30

    def test_an_alias_bomb(self):
        lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
        refused("\n".join(lines))
        refused("a: &a [*a]")
        refused("a: *unknown")

    @pytest.mark.parametrize("given", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"# only a comment\n", b"---\n"])
    def test_empty_input(self, given):
        assert "" in refused(given)

    @pytest.mark.parametrize("given", [b"\xff\xfe\x00\x01", bytes(range(256)), b"\x00" * 100, b'{"a": "\x00"}', b"PK\x03\x04\x14\x00", b"\x1f\x8b\x08"])
    def test_binary_input(self, given):
        refused(given)

    @pytest.mark.parametrize("text", ["{", '{"a": }', "a: b: c", "a:\n\t- b", "'", "a: 1\na: 2", '{"a": 1, "a": 2}', "a: !!python/object:x 1", "a: @", "---\na: 1\n---\nb: 2"])
    def test_broken_spelling(self, text):
        assert "" in refused(text)

    def test_a_missing_file_and_a_folder(self, tmp_path):
        for name in (tmp_path / "nothing.json", tmp_path):
            answer = json.loads(quote("", str(name), status=UNUSABLE).out)
            assert str(name) in answer["problems"][0]["message"]

    def test_lone_surrogates_come_out_as_json(self):
        messages = refused('{"start_date": "2026-12-01", "vehicle_type": "\\ud800", "\\udfff": "x"}')
        assert set(messages) == {"vehicle_type", "\udfff"}
        assert "\ud800" in messages["vehicle_type"]
        assert "計算できません" in quote('{"vehicle_type": "\\ud800"}', "--text", status=UNUSABLE).out

    def test_a_long_wrong_answer_is_cut_in_the_message(self):
        refused(json.dumps({**CAR, "own_damage": "x" * 1_000_000, "y" * 100_000: 1}))


def test_ten_thousand_lines_take_seconds():
    given = "\n".join(json.dumps({**CAR, "own_damage": "general", "own_damage_amount": 50_000 * (1 + n % 100)}) for n in range(10_000))
    begin = time.monotonic()
    done = quote(given, status=ANSWERED)
    assert time.monotonic() - begin < 60
    lines = done.out.splitlines()
    assert len(lines) == 10_000
    assert all(json.loads(line)["status"] == "quoted" for line in lines[::997])
