"""What MkDocs says in its log while something is done: a strict build would stop for it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Ear(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


@contextmanager
def heard() -> Iterator[list[str]]:
    """Give the list in which every warning is noted until the end; nothing reaches the terminal, for the browser tells."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    said: list[str] = []
    ear = _Ear(said)
    logger.addHandler(ear)
    try:
        yield said
    finally:
        logger.removeHandler(ear)
