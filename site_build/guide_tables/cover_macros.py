"""The macros of the pages on cover, in one list for the site's macros."""

from site_build.guide_tables.covers import (
    automatic_covers,
    basic_covers,
    choices,
    cover_set,
    limit_words,
    move_effect,
    sets_by_vehicle,
)
from site_build.guide_tables.exclusions import exclusions
from site_build.guide_tables.own_car import deductible_examples, own_car_types
from site_build.guide_tables.riders import (
    attached_riders,
    conditions,
    optional_riders,
    rider_button,
    rider_what,
    riders_by_vehicle,
)
from site_build.guide_tables.stories import amounts, court_cases, story

COVER_MACROS = (
    amounts, attached_riders, automatic_covers, basic_covers, choices, conditions, court_cases, cover_set, deductible_examples,
    exclusions, limit_words, move_effect, optional_riders, own_car_types, rider_button, rider_what, riders_by_vehicle,
    sets_by_vehicle, story,
)  # fmt: skip
"""Every macro of these pages."""
