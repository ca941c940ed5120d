"""The parser of the command line, in Japanese: what argparse says of itself, and of what it cannot use."""

import argparse
import re
from typing import NoReturn

_FRAMES = {"positional arguments": "指定", "options": "オプション"}
_HELP = "この説明を出して終わります"
_SAID = (
    (re.compile("the following arguments are required: (.*)"), "{0} がありません。"),
    (re.compile("unrecognized arguments: (.*)"), "{0} は使えません。つづりを確かめてください。"),
    (re.compile(r"argument (\S+): invalid choice: '(.*?)' \(choose from (.*)\)"), "「{1}」は使えません。使えるのは {2} です。"),
    (re.compile(r"argument (\S+): invalid (\w+) value: '(.*)'"), "{0} に「{2}」は使えません。"),
    (re.compile("argument (.+): expected (?:one|at least one) argument"), "{0} のあとに、値がありません。"),
    (re.compile("argument (.+): ignored explicit argument '(.*)'"), "{0} に、値「{1}」は付けられません。"),
    (re.compile("argument (.+): not allowed with argument (.+)"), "{0} と {1} は、いっしょに使えません。"),
    (re.compile("one of the arguments (.*) is required"), "{0} のどれかがいります。"),
    (re.compile("argument ([^:]+): (.*[ぁ-ん].*)"), "{0}: {1}"),
    (re.compile("ambiguous option: (.*) could match (.*)"), "{0} だけでは決まりません。{1} のどれかです。"),
)
"""What argparse says of arguments that it cannot use, and the same for readers of Japanese."""


class Spoken(argparse.ArgumentParser):
    """A parser whose usage, help and errors are Japanese; its subparsers are so, too."""

    def __init__(self, **settings: object) -> None:
        """Take the settings of ``argparse.ArgumentParser``."""
        super().__init__(**{"formatter_class": _Formatter, **settings, "add_help": False})  # type: ignore[arg-type]  # passed on as they are
        for group in self._action_groups:
            group.title = _FRAMES.get(group.title or "", group.title)
        self.add_argument("-h", "--help", action="help", help=_HELP)

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the arguments and how to call, and end with 2."""
        self.exit(2, f"{spoken(message)}\n{self.format_usage()}説明は {self.prog} --help で出ます。\n")


class _Formatter(argparse.HelpFormatter):
    """The frames of the help in Japanese."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  (as the base class has it)
        super().add_usage(usage, actions, groups, "使い方: " if prefix is None else prefix)


def spoken(message: str) -> str:
    """Return what argparse says in Japanese; a sentence that is not known as it is."""
    for form, words in _SAID:
        found = form.fullmatch(message)
        if found:
            return words.format(*found.groups())
    return message
