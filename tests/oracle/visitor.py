"""The oracle's visitor: answers settled and priced with the rules written out in Python.

Only what editors may add without Python is read from the data: rates, models, discounts and
riders with their conditions. Values stay text until a figure is needed.
"""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parents[2] / "data"
EDITIONS = sorted(folder.name for folder in (DATA / "editions").iterdir())
CARS = ("passenger", "kei_passenger")
CARGO = ("small_cargo", "cargo", "kei_cargo")
TWO_WHEELS = ("motorcycle", "moped")
NO_OWN_DAMAGE = ("camper", "motorcycle", "moped")
BANDS = ((75, "from_75"), (70, "from_70"), (60, "from_60"), (50, "from_50"), (40, "from_40"), (30, "from_30"))
CHILD_MAY = {"any": (), "21": ("any",), "26": ("any", "21"), "35": ("any", "21", "26")}
CONDITION_AGES = {"21": 21, "26": 26, "35": 35}
TABLE_OF_AMOUNT = {"personal_injury": "personal_injury_amount", "passenger_injury": "passenger_injury_amount"}


Text = dict[str, Any]


@cache
def read(name: str) -> Any:
    """One file of the data, every value as its text."""
    return yaml.load((DATA / name).read_text(encoding="utf-8"), yaml.BaseLoader)


@cache
def models() -> dict[str, Text]:
    return {model["id"]: model for model in read("models.yml")["models"]}


def months(text: str) -> int:
    """Months since the year 0; the day does not count."""
    year, month = text.split("-")[:2]
    return int(year) * 12 + int(month)


class Visitor:
    """One visitor: ``s`` holds what each answer is settled to, as text; None where there is no value."""

    def __init__(self, given: dict[str, str]) -> None:
        self.given, self.notes, self.s = given, set(), dict[str, str | None](given)
        self.edition = max(edition for edition in EDITIONS if edition <= given["start_date"])
        self.type = given["vehicle_type"]
        self.four, self.graded = self.type not in TWO_WHEELS, self.type != "moped"
        self.scale = {"passenger": "ordinary", "kei_passenger": "kei"}.get(self.type, "none")
        self.model = models().get(given.get("model", ""))
        self.settle_grade()
        self.settle_car()
        self.settle_cover()
        self.s |= {"wheels": "four" if self.four else "two", "class_scale": self.scale} | self.numbers()
        self.settle_riders()

    def file(self, name: str) -> Any:
        return read(f"editions/{self.edition}/{name}.yml")

    def put(self, name: str, default: str | None, *rules: tuple[bool, Any, str | None], tell: bool = False) -> None:
        """Settle one question: the answer or the default; then each rule (when, allowed, instead)."""
        self.s[name] = self.given.get(name, default)
        for when, allowed, instead in rules:
            if when and self.s[name] is not None and self.s[name] not in allowed:
                if name in self.given or tell:
                    self.notes.add(("dropped." if name in self.given else "set.") + name)
                self.s[name] = instead

    def settle_grade(self) -> None:
        grade, second = self.given.get("grade"), self.given.get("second_car") == "true"
        carried_over = self.graded and (grade not in (None, "6", "7") or (grade == "7" and not second))
        if carried_over and "prior_contract" not in self.given:
            self.notes.add("assumed.prior_contract")
        self.put("prior_contract", "true" if carried_over else "false")
        first = self.s["prior_contract"] == "false"
        self.put("second_car", "false", (not first or not self.graded, ["false"], "false"))
        start = "7" if first and self.s["second_car"] == "true" else "6"
        self.put("grade", start if self.graded else None, (not self.graded, [], None), (first, [start], start))
        self.put("accident_years", "0", (first or not self.graded, ["0"], "0"))
        high = self.s["grade"] is not None and "-" not in self.s["grade"] and int(self.s["grade"]) >= 7
        self.first_six = first and self.s["grade"] == "6"
        accident = high and self.s["accident_years"] != "0"
        self.s["grade_column"] = "first_contract" if self.first_six else "with_accident" if accident else "accident_free"
        # Whether a moped's owner had a contract before still tells the two new-car rates apart.
        self.s["new_car_start"] = "first_contract" if self.first_six else "other"

    def settle_car(self) -> None:
        model = self.model or {}
        middle = {"ordinary": "9", "kei": "2"}.get(self.scale)
        if middle and not self.model and "class_basic" not in self.given:
            self.notes.add("assumed.class_basic")
        for name in ("class_basic", "class_vehicle"):
            self.put(name, model.get(name, middle), (middle is None, [], None))
        self.put("first_registered", None)
        self.put("model_launched", model.get("launched"))
        self.put("birth_date", None)
        self.put("aeb", model.get("aeb", "false"), (self.type not in CARS, ["false"], "false"))
        for name in ("low_emission", "welfare_vehicle"):
            self.put(name, "false", (not self.four, ["false"], "false"))
        self.put("multiple_contracts", "false")
        for name, usual in {"private_use": "true", "seats": "5", "max_load_kg": "0", "region": "unspecified",
                            "group": "individual", "payment": "annual"}.items():  # fmt: skip
            self.put(name, usual)
        for name in ("dump_body", "illegal_modification", "paid_transport", "hazardous_cargo"):
            self.put(name, "false")

    def settle_cover(self) -> None:
        self.put("driver_scope", "any")
        self.put("age_condition", "any")
        younger = ("none", *CHILD_MAY[str(self.s["age_condition"])])
        self.put("child_age_condition", "none", (self.s["driver_scope"] == "couple", ["none"], "none"), (True, younger, "none"))
        self.put("property_deductible", "0")
        self.put("personal_injury", "50000000" if self.four else "none")
        bare = self.s["personal_injury"] == "none"
        self.put("personal_injury_scope", "full", (bare, ["full"], "full"))
        self.put("passenger_injury", "none", (self.four and bare, ["5000000", "10000000"], "5000000"), tell=True)
        self.put("passenger_injury_scope", "all", (self.s["passenger_injury"] == "none", ["all"], "all"))
        kei_dump = self.type == "kei_cargo" and self.s["dump_body"] == "true"
        self.put("own_damage", "none", (self.type in NO_OWN_DAMAGE or kei_dump, ["none"], "none"))
        self.put("own_damage_amount", "2000000")
        low = self.s["own_damage"] != "none" and int(self.s["own_damage_amount"] or 0) < 200_000
        self.put("own_damage_deductible", "100000", (low, ["0"], "0"), tell=True)

    def numbers(self) -> dict[str, str | None]:
        """What follows from the dates."""
        start, birth = str(self.s["start_date"]), self.s["birth_date"]
        found: dict[str, str | None] = dict.fromkeys(("age", "age_band"))
        if birth:
            age = int(start[:4]) - int(birth[:4]) - (1 if start[5:] < birth[5:] else 0)
            band = next((name for least, name in BANDS if age >= least), "under_30")
            found |= {"age": str(age), "age_band": band}
        if self.s["first_registered"]:
            old = months(start) - months(str(self.s["first_registered"]))
            inspection = 36 if self.type in (*CARS, *TWO_WHEELS) else 24
            found |= {"months_since_registration": str(old), "months_to_first_inspection": str(inspection - old)}
        if self.s["model_launched"]:
            # A fiscal year begins in April: take three months off and read the year.
            fiscal = (months(str(self.s["model_launched"])) - 4) // 12
            found["years_since_launch_fiscal_year"] = str(int(start[:4]) - fiscal)
        return found

    def settle_riders(self) -> None:
        for name, rider in self.file("riders")["riders"].items():
            fulfilled = all(self.holds(need["when"]) for need in rider.get("requires", []))
            self.put(name, "false", (not fulfilled, ["false"], "false"))

    def holds(self, condition: Text) -> bool:
        """Read the conditions that discounts and riders are written with."""
        return all(self.one(name, want) for name, want in condition.items())

    def one(self, name: str, want: Any) -> bool:
        if name == "not":
            return not self.holds(want)
        if name == "any_of":
            return any(self.holds(each) for each in want)
        value = self.s.get(name)
        if not isinstance(want, dict):
            return value in (want if isinstance(want, list) else [want])
        if "known" in want:
            return (value is not None) == (want["known"] == "true")
        tests = {"at_most": int.__le__, "at_least": int.__ge__, "more_than": int.__gt__, "less_than": int.__lt__}
        return value is not None and all(tests[kind](int(value), int(bound)) for kind, bound in want.items())

    def refused(self) -> list[str]:
        """The questions whose answers cannot be priced."""
        s, start = self.s, date.fromisoformat(self.given["start_date"])
        ahead = (start - date.fromisoformat(s["application_date"])).days if "application_date" in s else 1
        top = {"ordinary": 17, "kei": 3}.get(self.scale, 99)
        born, age = s["birth_date"], int(s["age"] or 40)
        late = int(s.get("months_since_registration") or 0) < 0
        unborn = self.type in CARS and s["model_launched"] is not None and months(str(s["model_launched"])) > months(self.given["start_date"])
        return [
            *(["start_date"] if not 1 <= ahead <= 30 else []),
            *(["model"] if self.model and self.model["vehicle_type"] != self.type else []),
            *(name for name in ("class_basic", "class_vehicle") if int(s[name] or 0) > top),
            *(["first_registered"] if late else []),
            *(["model_launched"] if unborn else []),
            *(["birth_date"] if (born is None and s["age_condition"] in ("26", "35")) or not 16 <= age <= 120 else []),
        ]

    def declined(self) -> list[str]:
        """The rules of eligibility that turn this car away."""
        s = self.s
        rules = {
            "not_private": s["private_use"] == "false",
            "too_many_seats": self.type in CARS and int(s["seats"] or 0) > 10,
            "too_heavy_load": self.type in CARGO and int(s["max_load_kg"] or 0) > 2000,
            "dump_truck": s["dump_body"] == "true" and self.type != "kei_cargo",
            **{name: s[name] == "true" for name in ("illegal_modification", "paid_transport", "hazardous_cargo")},
        }
        return [rule for rule, applies in rules.items() if applies]

    def missed(self) -> set[str]:
        """Notes of discounts asked for but withheld, and of an age condition the member does not meet."""
        discounts = self.file("discounts")["discounts"].items()
        found = {f"missed.{name}" for name, each in discounts if self.claims(each) and not self.deserves(each)}
        least = CONDITION_AGES.get(str(self.s["age_condition"]), 0)
        launched, registered = self.s["model_launched"], self.s["first_registered"]
        if self.type in CARS and launched and registered and months(registered) < months(launched):
            found.add("warning.first_registered")
        return found | ({"warning.age_condition"} if self.s["age"] and int(self.s["age"]) < least else set())

    def claims(self, discount: Text) -> bool:
        return self.holds(discount.get("claimed", {}))

    def deserves(self, discount: Text) -> bool:
        return all(self.holds(need["when"]) for need in discount.get("requires", []))

    def covers(self) -> list[str]:
        """The coverages in force, riders and automatic ones too."""
        off = {name for name in ("personal_injury", "passenger_injury", "own_damage") if self.s[name] == "none"}
        off |= {"accident_sympathy"} if self.s["personal_injury"] == "none" else {"self_injury"}
        main = {name: cover for name, cover in read("coverages.yml")["coverages"].items() if name not in off}
        chosen = [name for name, cover in main.items() if cover.get("automatic") != "true"]
        riders = [name for name in self.file("riders")["riders"] if self.s[name] == "true"]
        return [*chosen, *riders, *(name for name in main if name not in chosen)]

    def cell(self, table: Text) -> Fraction:
        """The figure of a table for this visitor."""
        found = table.get("yen") or table.get("factor") or table.get("percent")
        for name in table.get("by", []):
            found = found[str(self.s[name])]
        return Fraction(found)

    def premium(self, coverage: str) -> Fraction:
        """The exact yearly premium of one coverage, before rounding."""
        base, factors, sets = self.file("base")["base"], self.file("factors")["factors"], self.file("plan")["coverage_sets"]
        amount = self.cell(base.get(coverage) or self.file("riders")["riders"][coverage]["premium"])
        use = [TABLE_OF_AMOUNT[coverage]] if coverage in TABLE_OF_AMOUNT else []
        if coverage == "own_damage":
            amount += self.cell(factors["own_damage_per_yen"]) * int(self.s["own_damage_amount"] or 0)
            use += ["own_damage_type", "own_damage_deductible"]
        if coverage == "property_damage_liability" and self.s["property_deductible"] != "0":
            use.append("property_deductible")
        people, vehicle = coverage in sets["people"], coverage in sets["vehicle"]
        if people or vehicle:
            use += ["age_condition"]
            use += ["region"] * (self.s["region"] != "unspecified") + ["group"] * (self.s["group"] != "individual")
            use += ["child_age_condition"] * (self.s["child_age_condition"] != "none")
            use += ["class_basic" if people else "class_vehicle"] * (self.scale != "none")
            use += ["age_band" if people else "age_band_vehicle"] * (self.s["age_condition"] in ("26", "35"))
            if self.graded:
                amount *= 1 + self.cell(self.file("grades")["grades"]) / 100
        for name in use:
            amount *= self.cell(factors[name])
        for discount in self.file("discounts")["discounts"].values():
            names = discount["coverages"] if isinstance(discount["coverages"], list) else [discount["coverages"]]
            inside = coverage in names or "all" in names or ("rated" in names and (people or vehicle))
            if inside and self.claims(discount) and self.deserves(discount):
                amount *= 1 - self.cell(discount) / 100
        return amount

    def instalment(self, annual: int) -> Fraction:
        """The exact monthly instalment, before rounding."""
        payment = self.file("plan")["payment"]
        return annual * (1 + Fraction(payment["surcharge_percent"]) / 100) / int(payment["instalments"])
