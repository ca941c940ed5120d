"""A new edition: the last one copied to a start date, marked with what must be looked at. Both stay."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from quote_engine.values.dates import is_date, spoken
from rulebook.binder import examine
from rulebook.declared.edition import EDITION_FILES
from rulebook.library import read_library
from rulebook.sheets.problem import BrokenData, Report

HEAD = "edition.yml"
REVIEW_ASKS = {
    HEAD: "出典と、確かめた日（checked）を直しましたか",
    "questions.yml": "増える質問や選択肢に since を書きましたか",
    "coverages.yml": "補償の名前と説明は、前の版と同じですか",
    "migrations.yml": "なくなる質問や選択肢を、from を付けて書きましたか",
}
"""What to ask of files where it is not just: has it the new figures?"""
NOTE = "# まだ見ていないファイルです。見て、直したら、その行を消します。全部消えるまで、検査（check）が知らせます。\n"


class EditionRefused(Exception):
    """The edition cannot be made; the text says why and what to do, in Japanese."""


def new_edition(root: Path, start: str) -> list[str]:
    """Copy the last edition below ``root`` to ``start`` and return the new files; raises ``Refused`` or ``BrokenData``.

    Nothing is half written: the copy is made aside and moved in whole.
    """
    last = _last(root, start)
    target = root / "editions" / start
    try:
        with TemporaryDirectory(dir=root, prefix=".edition-") as aside:
            copy = Path(aside) / start
            shutil.copytree(root / "editions" / last, copy)
            head = copy / HEAD
            head.write_text(_marked(head.read_text(encoding="utf-8"), start), encoding="utf-8")
            copy.rename(target)
    except OSError as error:
        raise EditionRefused(f"{target.as_posix()} に書けません（{error.strerror}）。書きこめるか、空きがあるかを見てください。何も変えていません。") from None
    return sorted(path.name for path in target.iterdir())


def _last(root: Path, start: str) -> str:
    """Return the start of the last edition, where ``start`` can follow it."""
    if not is_date(start):
        raise EditionRefused(f"「{start}」は日付ではありません。適用を始める日を、2027-04-01 のように書いてください。")
    _, problems = examine(root)
    if problems:
        raise BrokenData(problems, root)
    last = read_library(root, Report()).editions[-1]
    if start == last.start:
        raise EditionRefused(f"{start} の版は、もうあります（{(root / 'editions' / start).as_posix()}）。")
    if start < last.start:
        raise EditionRefused(f"{start} は、いちばん新しい版（{last.start}）より前です。それより後の日を書いてください。")
    if start[:7] == last.start[:7]:
        raise EditionRefused(f"同じ月に、{last.start} の版があります。1つの月に始められる版は、1つです。")
    if last.files[HEAD]["review"]:
        raise EditionRefused(f"{last.start} の版に、見直すこと（edition.yml の review）が残っています。先に終わらせてください。")
    return last.start


def _marked(text: str, start: str) -> str:
    """Return edition.yml with a new label, as a sample, and with what must be looked at."""
    for key, value in (("label", f"{spoken(start)}版"), ("status", "sample")):
        text, times = re.subn(rf"^{key}:.*$", f"{key}: {value}", text, flags=re.MULTILINE)
        if times != 1:
            raise EditionRefused(f"前の版の edition.yml の {key} を、1行で「{key}: 値」と書いてください。")
    text = re.sub(r"^review: *\[\]\n", "", text, flags=re.MULTILINE)
    items = "".join(f"  - {{file: {name}, what: {ask}}}\n" for name, ask in _to_look_at().items())
    return f"{text.rstrip(chr(10))}\n{NOTE}review:\n{items}"


def _to_look_at() -> dict[str, str]:
    own = {name: f"{shape.title.removesuffix('のファイル')}を、新しい版の内容にしましたか" for name, shape in EDITION_FILES.items()}
    return own | REVIEW_ASKS


def told(start: str, files: list[str], root: Path) -> str:
    """Return what was made and what to do next, for reading."""
    folder = (root / "editions" / start).as_posix()
    data = "" if root.as_posix() == "data" else f" --data {root.as_posix()}"
    return f"""\
{folder}/ を作りました（{len(files)} ファイル）。前の版も、そのまま残っています。

次にすること
1. {folder}/ の中の、変わる数だけを直します。見たファイルの行を、{HEAD} の review から消します。
2. python -m quote_engine check{data} で、誤りと、まだ見ていないファイルを確かめます。
3. python -m quote_engine diff main {root.as_posix()} --text で、だれの掛金がいくら変わるかを見ます。
"""
