"""The macros of the pages on cover, in one list for the site's macros."""

from site_build.guide_tables import covers, exclusions, own_car, riders, stories, words_table

COVER_MACROS = (
    covers.automatic_covers,
    covers.basic_covers,
    covers.choice_words,
    covers.choices,
    covers.cover_set,
    covers.limit_words,
    covers.move_effect,
    covers.preset_choice,
    covers.sets_by_vehicle,
    exclusions.exclusions,
    own_car.deductible_examples,
    own_car.own_car_types,
    riders.attached_riders,
    riders.conditions,
    riders.optional_riders,
    riders.rider_button,
    riders.rider_limit,
    riders.rider_what,
    riders.riders_by_vehicle,
    stories.amounts,
    stories.court_cases,
    stories.story,
    words_table.words_table,
)
"""Every macro of these pages."""
