"""The command line: check the data, make quotes. Answers go to standard output, never a traceback.

Exit status: 0 an answer (a declined risk is one), 1 the data are broken, 2 the answers cannot be used.
"""

import argparse
import sys
from collections.abc import Sequence

from commands import answering, keeping
from commands.answering import ANSWERED, BROKEN
from commands.spoken import Spoken
from difference import case_figures
from difference import command as comparing
from rulebook.sheets.problem import BrokenData


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenData as broken:
        notes = "".join(f"{note}\n" for note in getattr(broken, "__notes__", []))
        sys.stderr.write(f"{broken}\n{keeping.count(len(broken.problems))}\n{notes}")
        return BROKEN
    except BrokenPipeError:
        # The reader of the pipe (head, for one) has seen enough.
        sys.stderr.close()
        return ANSWERED


def _parser() -> argparse.ArgumentParser:
    parser = Spoken(prog="python -m quote_engine", description="マイカー共済の掛金を計算します。")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="コマンド", parser_class=Spoken)
    check = commands.add_parser("check", help="データの誤りを全部知らせます")
    check.set_defaults(run=keeping.check)
    doors = [check]
    for name, asks in answering.DOORS.items():
        asked = commands.add_parser(name, help=asks.help)
        asked.add_argument("file", nargs="?", default="-", metavar="FILE", help="答え（JSON、JSON Lines、YAML）。- は標準入力")
        asked.add_argument("--text", action="store_true", help="読むための表で出します")
        asked.set_defaults(run=answering.ask, door=asks)
        doors.append(asked)
    edition = commands.add_parser("edition", help="いちばん新しい版を写して、次の版を作ります")
    edition.add_argument("start", metavar="START", help="適用を始める日（2027-04-01 のように）")
    edition.set_defaults(run=keeping.edition)
    ids = commands.add_parser("ids", help="公開する質問と選択肢の名前を、ids.lock に控えます")
    ids.set_defaults(run=keeping.ids)
    doors += [edition, ids]
    schemas = commands.add_parser("schemas", help="エディターが読むスキーマを、宣言から作り直します")
    schemas.add_argument("--root", default=".", metavar="DIR", help="書く先（ふつうは、このフォルダー）")
    schemas.set_defaults(run=keeping.schemas)
    words = commands.add_parser("words", help="画面がたずねる言葉の名前を、コードから控え直します")
    words.add_argument("--root", default=".", metavar="DIR", help="コードのあるところ（ふつうは、このフォルダー）")
    words.set_defaults(run=keeping.words)
    compared = commands.add_parser("diff", help="変更で何がどう変わるかを、事例や契約の一覧でくらべます")
    comparing.declare(compared)
    compared.set_defaults(run=comparing.run)
    cases = commands.add_parser("cases", help="事例の結果がいまの計算と合うかを調べ、--write で書き直します")
    case_figures.declare(cases)
    cases.set_defaults(run=case_figures.run)
    sample = commands.add_parser("portfolio", help="本物らしい契約の一覧を作ります（CSV）")
    comparing.declare_sample(sample)
    sample.set_defaults(run=comparing.run_sample)
    doors += [cases, sample]
    for door in doors:
        door.add_argument("--data", default="data", metavar="DIR", help="データのフォルダー（ふつうは data）")
    return parser


def _speak_utf8() -> None:
    # Japanese must come out whatever the terminal's locale says.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
