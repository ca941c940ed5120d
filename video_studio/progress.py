"""Progress on the terminal: one bar that grows; in a log, one line per step."""

import sys
from time import monotonic

WIDE = 28


class Bar:
    """A bar of ``total`` steps."""

    def __init__(self, total: int) -> None:
        """Start at nothing."""
        self.total, self.done, self.began = max(total, 1), 0, monotonic()
        self.alive = sys.stdout.isatty()

    def step(self, label: str) -> None:
        """Count one step, named ``label``."""
        self.done += 1
        full = WIDE * self.done // self.total
        line = f"[{'#' * full}{'.' * (WIDE - full)}] {self.done}/{self.total}  {monotonic() - self.began:4.0f}秒  {label}"
        sys.stdout.write(f"\r\033[K{line}" if self.alive else f"{line}\n")
        sys.stdout.flush()

    def close(self) -> None:
        """Leave the line."""
        if self.alive:
            sys.stdout.write("\n")
