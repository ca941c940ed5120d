"""The commands that keep the data: check them, begin an edition, keep released names and asked words, write the schemas."""

import argparse
import sys
from pathlib import Path

from commands.answering import ANSWERED, BROKEN, UNUSABLE
from commands.schemas import write_schemas
from guide.examine import examine_guide, examine_pages
from rulebook.asked_words import Unclear, asked_words, lock_text
from rulebook.binder import compile_book, examine
from rulebook.checks.released_ids import write_lock
from rulebook.declared.files import LOCK
from rulebook.declared.words import ASKED
from rulebook.library import read_library
from rulebook.new_edition import EditionRefused, new_edition, told
from rulebook.reminders import days_ahead, reminders, revisions_ahead
from rulebook.sheets.problem import Report, format_problems, format_reminders
from rulebook.sheets.whole_file import replace_file
from rulebook.today import today


def check(options: argparse.Namespace) -> int:
    """Tell every problem of the data, the guide and the heads of pages; return the exit status."""
    root = Path(options.data)
    book, problems = examine(root)
    if not root.is_dir():
        sys.stdout.write(f"{format_problems(problems, root)}\n{count(len(problems))}\n")
        return BROKEN
    guide, in_guide = examine_guide(root)
    day = today().isoformat()
    in_pages, old = examine_pages(guide, day)
    problems += in_guide + in_pages + days_ahead(root, day)
    if problems or book is None:
        sys.stdout.write(f"{format_problems(problems, root)}\n{count(len(problems))}\n")
        return BROKEN
    models, questions = len(book["models"]), len(book["questions"])
    told = ((reminders(root), "公開する前にすることが"), (revisions_ahead(root), "料率の版のない改定が"), (old, "確かめ直すところが"))
    for found, words in told:
        if found:
            sys.stdout.write(f"{format_reminders(found, root)}{words} {len(found)} 件あります（誤りではありません）。\n")
    sys.stdout.write(f"データに誤りはありません（版 {len(book['editions'])}、質問 {questions}、車種 {models}）。\n")
    return ANSWERED


def edition(options: argparse.Namespace) -> int:
    """Begin the next edition as a copy of the last."""
    root = Path(options.data)
    try:
        files = new_edition(root, options.start)
    except EditionRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return UNUSABLE
    sys.stdout.write(told(options.start, files, root))
    return ANSWERED


def ids(options: argparse.Namespace) -> int:
    """Keep the names of questions and choices that links may hold."""
    root = Path(options.data)
    compile_book(root)  # a name that is gone without a migration must not be written over
    try:
        changed = write_lock(read_library(root, Report()))
    except OSError as error:
        sys.stderr.write(f"{root.as_posix()}/{LOCK} に書けません（{error.strerror}）。\n")
        return UNUSABLE
    sys.stdout.write(f"{root.as_posix()}/{LOCK} を書きました。\n" if changed else "名前は、みな控えてあります。\n")
    return ANSWERED


def schemas(options: argparse.Namespace) -> int:
    """Write the schemas that editors' tools read."""
    changed = write_schemas(Path(options.root))
    sys.stdout.write("".join(f"{name} を書きました。\n" for name in changed) or "スキーマは宣言どおりです。\n")
    return ANSWERED


def words(options: argparse.Namespace) -> int:
    """Keep the ids of the words that the screens ask for, for the checker."""
    root, file = Path(options.root), f"data/{ASKED}"
    try:
        text = lock_text(asked_words(root))
    except Unclear as unclear:
        sys.stderr.write(f"{unclear}\n")
        return BROKEN
    path = root / file
    if path.exists() and path.read_text(encoding="utf-8") == text:
        sys.stdout.write("控えは、コードのとおりです。\n")
        return ANSWERED
    replace_file(path, text)
    sys.stdout.write(f"{file} を書きました。\n")
    return ANSWERED


def count(number: int) -> str:
    """Return how many problems there are, in words; nothing where there is none."""
    return f"誤りが {number} 件あります。" if number else ""
