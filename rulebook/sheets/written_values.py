"""Values changed in YAML as it was written: comments, order, line breaks and quotes of all that stays are left alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

WIDTH = 110
"""Characters of a line that is written anew; a row of a list stays on one line, however long."""
Edit: TypeAlias = tuple[int, int, str]
"""What stands from the first index to before the second gives way to the text."""


def rewritten(text: str, changes: Mapping[tuple[str, ...], Any]) -> str:
    """Return the YAML ``text`` with the value at each path of keys changed; ``KeyError`` where there is no such path.

    A key of a list is the ``id`` of an entry.
    """
    ends = "\r\n" if text.count("\r\n") == text.count("\n") > 0 else "\n"
    text = text.replace(ends, "\n")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    edits: list[Edit] = []
    for path, value in changes.items():
        edits += _edits(text, _node(root, path), value)
    parts, done = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]]).replace("\n", ends)


def place_of(text: str, path: Sequence[str]) -> tuple[int, int]:
    """Return where a single value is written in the YAML ``text``, quotes and all: its first index, and the one behind it.

    Raises ``KeyError`` where there is none at that path, as ``rewritten`` reads it, and ``yaml.YAMLError`` for what is no YAML.
    """
    node = _node(yaml.compose(text, Loader=yaml.SafeLoader), path)
    if not isinstance(node, yaml.ScalarNode):
        raise KeyError(path[-1])
    return node.start_mark.index, _end(text, node)


def _node(node: Any, path: Sequence[str]) -> Any:
    for key in path:
        node = _entries(node)[key][1]
    return node


def _edits(text: str, node: Any, value: Any) -> Iterator[Edit]:
    """The fewest changes that make ``node`` say ``value``."""
    start = node.start_mark.index
    if isinstance(node, yaml.MappingNode) and isinstance(value, dict):
        entries = _entries(node)
        if entries.keys() == value.keys():
            for key, inner in value.items():
                yield from _edits(text, entries[key][1], inner)
            return
        if value and not node.flow_style and not text[_line_start(text, start) : start].strip():
            yield from _line_edits(text, node, value)
            return
    elif isinstance(node, yaml.SequenceNode) and isinstance(value, list):
        if len(node.value) == len(value):
            for item, inner in zip(node.value, value, strict=True):
                yield from _edits(text, item, inner)
            return
        if value and not node.flow_style:
            yield start, _end(text, node), _items(value, node.start_mark.column)
            return
    elif isinstance(node, yaml.ScalarNode) and node.value == _text(value):
        return
    line = text[_line_start(text, start) : start]
    indent = 0 if line.strip() == "-" else len(line) - len(line.lstrip()) + 2
    yield start, _end(text, node), _flow(value, len(line), indent)


def _line_edits(text: str, node: Any, value: Mapping[str, Any]) -> Iterator[Edit]:
    """A mapping with each key on a line of its own: lines go, come, or change."""
    entries, column = _entries(node), node.start_mark.column
    for key, (name, inner) in entries.items():
        if key not in value:
            yield _line_start(text, name.start_mark.index), _line_end(text, _end(text, inner)) + 1, ""
    before = None
    for key, new in value.items():
        if key in entries:
            before = entries[key][1]
            yield from _edits(text, before, new)
        elif before is None:
            yield node.start_mark.index, node.start_mark.index, f"{_entry(key, new, column)}\n{' ' * column}"
        else:
            at = _line_end(text, _end(text, before))
            yield at, at, f"\n{' ' * column}{_entry(key, new, column)}"


def _entries(node: Any) -> dict[str, tuple[Any, Any]]:
    """What stands in a mapping by its keys, or in a list by the ids of its entries."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key, value) for key, value in node.value}
    items = [(_entries(item).get("id"), item) for item in node.value] if isinstance(node, yaml.SequenceNode) else []
    return {id_[1].value: (id_[0], item) for id_, item in items if id_}


def _end(text: str, node: Any) -> int:
    """Where the last word of ``node`` ends; PyYAML ends a block only where the next one begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start: int = node.start_mark.index
    end = node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def _entry(key: str, value: Any, column: int) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{key}:\n{' ' * (column + 2)}{_items(value, column + 2)}"
    return f"{key}: {_flow(value, column + len(key) + 2, column + 2)}"


def _items(values: list[Any], column: int) -> str:
    return f"\n{' ' * column}".join(f"- {_flow(value)}" for value in values)


def _flow(value: Any, column: int = 0, indent: int = 0) -> str:
    """A value in flow style that begins at ``column`` and goes on in lines indented by ``indent``; without one, in no other line."""
    if not isinstance(value, dict | list):
        return _scalar(value)
    parts = [_flow(each) for each in value] if isinstance(value, list) else [f"{key}: {_flow(each)}" for key, each in value.items()]
    open_, close = "[]" if isinstance(value, list) else "{}"
    lines = [" " * column + open_ + parts[0]] if parts else [" " * column + open_]
    for part in parts[1:]:
        if indent and len(lines[-1]) + len(f", {part},") > WIDTH:
            lines = [*lines[:-1], f"{lines[-1]},", " " * indent + part]
        else:
            lines[-1] += f", {part}"
    return "\n".join(lines)[column:] + close


def _scalar(value: Any) -> str:
    text = _text(value)
    if re.fullmatch(r"-?\d+|true|false", text):
        return text
    return yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=10**6)[1:-2]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
