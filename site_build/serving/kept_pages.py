"""Pages as far as they are made, kept by their names between two builds, and sent from one process to another."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, NamedTuple

UNKNOWN = 0.03
"""Seconds a page is thought to take before it was drawn once."""


class Expanded(NamedTuple):
    """A page with its macros answered. Some ask for styles and scripts, and so they change its head as well."""

    key: str
    text: str
    head: dict[str, Any]


class Rendered(NamedTuple):
    """What MkDocs makes of one Markdown text."""

    key: str
    content: str | None
    toc: Any
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


@dataclass
class KeptPages:
    """What was made of each page, with a key that says of what, and the seconds it took."""

    expanded: dict[str, Expanded] = field(default_factory=dict)
    rendered: dict[str, Rendered] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def of(self, names: Collection[str]) -> "KeptPages":
        """What is kept of these pages alone."""
        return KeptPages(
            {name: page for name, page in self.expanded.items() if name in names},
            {name: page for name, page in self.rendered.items() if name in names},
            {name: time for name, time in self.seconds.items() if name in names},
        )

    def add(self, others: "KeptPages") -> None:
        """Keep these as well; a page made later takes the place of an earlier one."""
        self.expanded.update(others.expanded)
        self.rendered.update(others.rendered)
        self.seconds.update(others.seconds)

    def shares(self, names: Collection[str], cores: int) -> tuple[float, list[list[str]]]:
        """Return how long these pages will take in seconds, and a fair share of them for each core."""
        took = {name: self.seconds.get(name, UNKNOWN) for name in names}
        parts: list[list[str]] = [[] for _ in range(cores)]
        loads = [0.0] * cores
        for name in sorted(names, key=lambda name: -took[name]):
            least = loads.index(min(loads))
            parts[least].append(name)
            loads[least] += took[name]
        return sum(took.values()), parts
