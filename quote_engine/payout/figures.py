"""The figures of an edition's payouts: limits, lump sums, daily amounts, each with its source."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quote_engine.typed.common import Certainty
    from quote_engine.typed.edition import PayoutRules


FIGURES = (
    "compulsory_injury", "compulsory_death", "compulsory_least", "compulsory_care_always", "compulsory_care_at_times",
    "property_excess",
    "sympathy_death", "sympathy_disability", "sympathy_hospital", "sympathy_hospital_days", "death_days",
    "passenger_hospital", "passenger_outpatient", "passenger_days",
    "self_injury_death", "self_injury_hospital", "self_injury_outpatient", "self_injury_days",
    "limited_general", "limited_general_deductible", "earthquake_lump_sum", "new_car_percent",
    "rental_daily", "rental_days", "belongings", "belongings_theft_deductible", "transport", "lodging", "return_home",
    "legal_fees", "legal_consultation", "bicycle_liability",
    "tow_km", "roadside_minutes", "fuel_litres", "fuel_times",
)  # fmt: skip
"""Every figure the payouts are worked out with; the data must hold each and no other."""
SCALES = ("compulsory_disability", "disability_percent")
"""Every scale by disability grade."""
ACCIDENT_QUESTIONS = (
    "driver", "driver_age", "driving_state", "parked", "borrowed_car", "own_fault_percent", "other_insured",
    "other_identified", "own_damage_loss", "total_loss", "recovery", "new_car_price", "replacement_cost",
    "injury_loss", "injured_persons", "injured_family", "hospital_days", "outpatient_days", "death", "death_day",
    "disability_grade", "third_party_injury_loss", "third_party_persons", "third_party_treatment_loss",
    "third_party_death", "third_party_disability_grade", "third_party_care", "compulsory_paid", "third_party_family",
    "third_party_property_loss", "third_party_repair_over_value", "repaired_in_time", "legal_fees",
    "legal_consultation", "legal_consent", "rental_days", "rental_daily_cost", "belongings_loss", "police_report",
    "undrivable", "transport_cost", "lodging_cost", "return_cost", "travellers", "tow_km", "tow_to_designated",
    "roadside_minutes", "fuel_litres", "fuel_used_before", "ditch", "ditch_on_snow",
)  # fmt: skip
"""Every question about an accident that the payouts read; the data may ask more, never fewer."""
DISABILITY_GRADES = tuple(str(grade) for grade in range(1, 15))


class Figure(NamedTuple):
    """One number of the rules, and where it stands."""

    value: int
    label: str
    source: str
    certainty: "Certainty"


class Figures:
    """The payout rules of one edition, as the book holds them."""

    def __init__(self, data: "PayoutRules") -> None:
        """``data`` is the edition's ``payouts``."""
        self._data = data

    def __getitem__(self, id_: str) -> Figure:
        entry = self._data["figures"][id_]
        return Figure(entry["value"], entry["label"], entry["source"], entry["certainty"])

    def graded(self, scale: str, grade: str) -> Figure:
        """Return the number of ``scale`` for a disability grade."""
        entry = self._data["scales"][scale]
        return Figure(entry["grades"][grade], f"{entry['label']} 第{grade}級", entry["source"], entry["certainty"])

    def reduction(self, fault: int, *, lasting: bool) -> Figure | None:
        """Return by how many percent compulsory cover shrinks when the injured person bears ``fault`` percent."""
        found = [band for band in self._data["compulsory_reductions"] if fault >= band["from"]]
        if not found:
            return None
        band = found[-1]
        percent = band["lasting" if lasting else "injury"]
        return Figure(percent, f"けがをした人の過失が{band['from']}％以上", band["source"], band["certainty"])

    def grade_event(self, coverage: str) -> str:
        """Return how the renewal counts a payment of ``coverage``: an event's name, or by_kind."""
        return str(self._data["grade_events"][coverage]["event"])
