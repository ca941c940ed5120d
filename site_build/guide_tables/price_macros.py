"""The macros of the pages about price, cars, drivers and service."""

from site_build.guide_tables import discounts, grade_example, grades

PRICE_MACROS = (
    discounts.aeb_until,
    discounts.discount_button,
    discounts.discount_count,
    discounts.discount_limit,
    discounts.discount_order,
    discounts.discount_rates,
    discounts.discounts_table,
    discounts.discounts_together,
    discounts.percent,
    grade_example.worked_example_chart,
    grade_example.worked_example_table,
    grades.accident_kinds_table,
    grades.accident_years,
    grades.grade_events_table,
    grades.grade_rate,
    grades.grades_chart,
    grades.grades_table,
    grades.last_grade,
    grades.least_accident_grade,
    grades.own_car_events_table,
    grades.second_car_grade,
    grades.top_grade,
)
