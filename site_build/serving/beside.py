"""Work beside the work: a copy of this process, which knows all that is known here, does one thing on another core."""

import gc
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """One piece of work that has begun. What it changes in memory stays in the copy; only its result comes back.

    Where a process cannot be copied, or the copy fails, the work is done here when its result is asked for.
    """

    def __init__(self, work: Callable[[], Result], *, patient: bool = False) -> None:
        """``work`` takes all it needs from memory; ``patient`` work leaves the cores to everything else."""
        self._work = work
        self._here: Connection | None = None
        # A lock that another thread holds would stay closed in the copy for ever.
        if "fork" not in get_all_start_methods() or threading.active_count() > 1:
            return
        context = get_context("fork")
        self._here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, there, patient), daemon=True)
        gc.freeze()  # memory is shared until it is written to, and the collector writes to all of it
        self._process.start()
        gc.unfreeze()
        there.close()

    def running(self) -> bool:
        """Tell whether the copy is still at it."""
        return self._here is not None and self._process.is_alive()

    def result(self) -> Result:
        """Wait for what came of it; whatever the work raises is raised here."""
        if self._here is not None:
            with suppress(EOFError, OSError):
                found: Result = self._here.recv()
                return found
        return self._work()


def _send(work: Callable[[], Result], there: Connection, patient: bool) -> None:
    if patient:
        os.nice(19)
    with suppress(BaseException):  # the work is done again where its errors can be told
        there.send(work())
