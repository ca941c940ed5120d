"""The covers that pay: in which scene of an accident somebody would ask about each, and what else sets it apart.

One more cover is one more line here, a function that settles it (see ``settlement``), and its figures in ``payouts.yml``.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quote_engine.typed.payout import Tone

SCENES = ("road", "harm", "walking", "bicycle", "moped", "defect", "breakdown")
"""Where an accident happens: to the car on the road or standing, to people on foot, a bicycle, a family's moped; a defect; a breakdown."""


class Cover(NamedTuple):
    """One cover that pays."""

    scenes: tuple[str, ...]
    """The scenes in which somebody would ask about it; in the others it gets a general reason."""
    tone: "Tone | None" = None
    """Its colour in the bars; that of the loss where it pays for several kinds."""
    driving: bool = False
    """Paid only when a covered person was at the wheel."""
    answers_in: str | None = None
    """The scene in which it alone answers for injuries and things, because it is not the car on the road."""


COVERS = {
    "bodily_injury_liability": Cover(("road",), "people", driving=True),
    "property_damage_liability": Cover(("road",), "property", driving=True),
    "property_excess_repair": Cover(("road",), "property", driving=True),
    "own_damage": Cover(("road", "harm", "breakdown"), "own_car", driving=True),
    "limited_general": Cover(("road", "harm"), "own_car", driving=True),
    "new_car_replacement": Cover(("road", "harm"), "own_car", driving=True),
    "incidental_expenses": Cover(("road", "harm"), "own_car", driving=True),
    "earthquake_lump_sum": Cover(("harm",)),
    "personal_injury": Cover(("road", "walking", "moped"), "people", driving=True),
    "accident_sympathy": Cover(("road", "walking"), driving=True),
    "passenger_injury": Cover(("road", "walking"), driving=True),
    "self_injury": Cover(("road",), driving=True),
    "uninsured_motorist": Cover(("road", "walking"), "people", driving=True),
    "legal_expenses": Cover(("road", "walking", "bicycle", "moped"), "people"),
    "bicycle_liability": Cover(("bicycle",), answers_in="bicycle"),
    "my_bike": Cover(("moped",), answers_in="moped"),
    "victim_relief": Cover(("defect",), answers_in="defect"),
}
"""Every cover that the payouts know how to pay, by id."""
ANSWERS_IN = {cover.answers_in: id_ for id_, cover in COVERS.items() if cover.answers_in}
"""The one cover that answers in a scene away from the car on the road."""


def concerned_in(scene: str) -> set[str]:
    """Return the covers that somebody in this scene would ask about."""
    return {id_ for id_, cover in COVERS.items() if scene in cover.scenes}
