"""The finder as pages: every question and every end of a way, with its address and the answers that lead to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Data = Mapping[str, Any]

START = "start"
FOLDER = "ask/"


@dataclass(frozen=True)
class Answer:
    """A choice that was taken: the id of its question, the question's heading, the choice's words, whether it is for the unsure."""

    node: str
    about: str
    label: str
    unsure: bool


@dataclass(frozen=True)
class Stop:
    """One page. ``address`` is relative to the site's root; ``answers`` are the choices that lead here, in order."""

    id: str
    address: str
    answers: tuple[Answer, ...]
    is_result: bool

    @property
    def file(self) -> str:
        """The page's file below ``docs/``."""
        return self.address.removesuffix("/") + (".md" if self.is_result else "/index.md")


def stops(finder: Data) -> list[Stop]:
    """Every page of the finder, in the order of its ways. A result that several questions lead to has a page for each."""
    return list(_below(finder, Stop(START, FOLDER, (), is_result=False)))


def node_address(node: str) -> str:
    """The address of a question, whatever its depth."""
    return FOLDER if node == START else f"{FOLDER}{_slug(node)}/"


def choice_address(finder: Data, node: str, to: str) -> str:
    """The address that a choice of a question leads to."""
    return node_address(to) if to in finder["nodes"] else f"{node_address(node)}{_slug(to)}/"


def questions_left(finder: Data, node: str) -> tuple[int, int]:
    """How many answers it takes from this question to an end, this one included: at least, at most."""
    inner = [questions_left(finder, choice["to"]) if choice["to"] in finder["nodes"] else (0, 0) for choice in finder["nodes"][node]["choices"]]
    return 1 + min(least for least, _ in inner), 1 + max(most for _, most in inner)


def _below(finder: Data, stop: Stop) -> Iterator[Stop]:
    yield stop
    node = finder["nodes"][stop.id]
    for choice in node["choices"]:
        to = choice["to"]
        answers = (*stop.answers, Answer(stop.id, node["about"], choice["label"], choice["unsure"]))
        inner = Stop(to, choice_address(finder, stop.id, to), answers, is_result=to in finder["results"])
        if inner.is_result:
            yield inner
        else:
            yield from _below(finder, inner)


def _slug(id_: str) -> str:
    return id_.replace("_", "-")
