"""Templates compiled once in this process, though every build makes its environments anew."""

from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket


class CompiledFiles(jinja2.BytecodeCache):
    """The theme's templates; a changed file has another key."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class CompiledTexts:
    """The texts of pages with their macros. All environments that ask must be of one kind, as those of the plugin are."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self._code: dict[str, CodeType] = {}

    def join(self, env: jinja2.Environment) -> None:
        """Let this environment compile only what none before it has."""
        anew: Any = env.compile

        def compiled(source: str) -> CodeType:
            if source not in self._code:
                self._code[source] = anew(source)
            return self._code[source]

        env.compile = compiled  # type: ignore[method-assign,assignment]
