"""Traits: what the kind of vehicle brings along. Each is a fact that conditions and tables may name.

Declared, compiled and put into words from this one table; a new trait is one more line of it, and of ``typed.book.Traits``.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Read = Mapping[str, Any]
"""A vehicle type of ``vehicles.yml`` as it was read, or its scale of classes; empty where it has none."""


class Trait(NamedTuple):
    """One trait."""

    of: Callable[[Read, Read], Any]
    """Its value, from the vehicle type and its scale of classes."""
    values: tuple[Any, ...] | None = None
    """What it may be; None for a number, or for names that ``vehicles.yml`` gives."""
    label: str = "区分"
    """What a column of a table is headed with."""
    words: Mapping[str, str] = {}
    """Its values in words, where a table may be looked up by it."""


NO_SCALE = "none"
"""The scale of a vehicle type without classes."""
WHEELS = {"four": "四輪", "two": "二輪・原付"}
OWN_DAMAGE_CARRIED = ("allowed", "unless_dump_body", "never")
TRAITS: dict[str, Trait] = {
    "wheels": Trait(lambda vehicle, _: vehicle["wheels"], tuple(WHEELS), "車輪の数", WHEELS),
    "class_scale": Trait(
        lambda vehicle, _: vehicle["class_scale"], None, "車の種類", {"ordinary": "普通・小型乗用車", "kei": "軽四輪乗用車"}
    ),
    "highest_class": Trait(lambda _, scale: scale.get("highest")),
    "middle_class": Trait(lambda _, scale: scale.get("middle")),
    "graded": Trait(lambda vehicle, _: vehicle["graded"], (True, False)),
    "own_damage_carried": Trait(lambda vehicle, _: vehicle["own_damage"], OWN_DAMAGE_CARRIED),
    "first_inspection_months": Trait(lambda vehicle, _: vehicle["first_inspection_months"]),
}
"""Every trait, by the name of its fact."""
