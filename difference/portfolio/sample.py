"""A made-up portfolio that looks like a real one: contracts as a motor mutual might hold them. Nobody's data."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, TextIO

from quote_engine.premium.book import Book

Row = dict[str, Any]
VEHICLES = {"passenger": 46, "kei_passenger": 32, "kei_cargo": 8, "small_cargo": 3, "motorcycle": 5, "moped": 4}
GRADES = {"22": 12, "21": 9, "20": 26, "19": 6, "18": 5, "17": 5, "16": 5, "15": 4, "14": 4, "13": 4, "12": 3, "11": 3, "10": 3,
          "9": 2, "8": 2, "7": 3, "6": 2, "5": 1}  # fmt: skip
WEIGHTS: dict[str, dict[str, int]] = {
    "vehicle_type": VEHICLES,
    "grade": GRADES,
    "accident_years": {"0": 88, "1": 5, "2": 4, "3": 3},
    "driver_scope": {"any": 62, "couple": 38},
    "personal_injury": {"50000000": 62, "100000000": 14, "unlimited": 16, "none": 5},
    "own_damage": {"general": 42, "economy_wide": 12, "economy": 8, "none": 38},
    "own_damage_deductible": {"100000": 45, "50000": 40, "0": 15},
    "property_deductible": {"0": 90, "50000": 6, "100000": 4},
    "payment": {"annual": 45, "monthly": 55},
    "region": {"kanto": 30, "kinki": 17, "chubu": 17, "kyushu": 11, "tohoku": 8, "chugoku": 6, "hokkaido": 5, "shikoku": 4, "okinawa": 2},
    "group": {"individual": 45, "workplace": 40, "discounted_workplace": 15},
}
"""How often each choice occurs; one that is not named here is rare. None of it is published: it is only to look real."""
COMMON = 20
"""How much more often a named choice of weight 1 occurs than one without a weight."""
CHANCES = {"legal_expenses": 0.45, "bicycle_liability": 0.3, "my_bike": 0.12, "incidental_expenses": 0.5, "multiple_contracts": 0.3,
           "no_fault": 0.2, "earthquake_lump_sum": 0.1}  # fmt: skip
FIRST_DAY, DAYS = date(2026, 4, 1), 365
COLUMNS = ("contract", "start_date", "vehicle_type", "model", "class_basic", "class_vehicle", "first_registered", "prior_contract", "grade",
           "accident_years", "birth_date", "age_condition", "driver_scope", "personal_injury", "own_damage", "own_damage_amount",
           "own_damage_deductible", "property_deductible", "low_emission", "payment", "region", "group", *CHANCES)  # fmt: skip


def write_portfolio(book: Book, number: int, seed: int, target: TextIO) -> None:
    """Write ``number`` contracts as CSV; the same seed gives the same file."""
    columns = [name for name in COLUMNS if name == "contract" or name in book.questions]
    writer = csv.DictWriter(target, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(portfolio(book, number, seed))


def portfolio(book: Book, number: int, seed: int) -> Iterator[Row]:
    """Yield made-up contracts as answers, with ``contract`` for a name."""
    random = Random(seed)  # noqa: S311  (a sample, no secret)
    drawn = {name: _choices(book, name) for name in WEIGHTS if name in book.questions}
    days = [(FIRST_DAY + timedelta(days=day)).isoformat() for day in range(DAYS)]
    models = {vehicle: [id_ for id_, model in book.models.items() if model["vehicle_type"] == vehicle] for vehicle in book.vehicles}
    for count in range(1, number + 1):
        row: Row = {name: random.choices(ids, cum_weights=sums)[0] for name, (ids, sums) in drawn.items()}
        row["contract"] = f"{count:08d}"
        row["start_date"] = days[int(random.random() * DAYS)]
        _car(row, book, models, random)
        _people(row, random)
        for name, chance in CHANCES.items():
            row[name] = "true" if random.random() < chance else "false"
        yield row


def _choices(book: Book, name: str) -> tuple[list[str], list[int]]:
    ids = [choice["id"] for choice in book.questions[name]["choices"]]
    sums, sofar = [], 0
    for id_ in ids:
        sofar += WEIGHTS[name][id_] * COMMON if id_ in WEIGHTS[name] else 1
        sums.append(sofar)
    return ids, sums


def _car(row: Row, book: Book, models: Mapping[str, list[str]], random: Random) -> None:
    vehicle = row["vehicle_type"]
    traits = book.vehicles[vehicle]["traits"]
    months = min(int(random.expovariate(1 / 70)), 240)
    year, month = divmod(int(row["start_date"][:4]) * 12 + int(row["start_date"][5:7]) - 1 - months, 12)
    if traits["wheels"] == "four":
        row["first_registered"] = f"{year}-{month + 1:02d}"
        row["low_emission"] = "true" if vehicle == "passenger" and random.random() < 0.35 else "false"
    if models[vehicle] and random.random() < 0.7:
        row["model"] = models[vehicle][int(random.random() * len(models[vehicle]))]
    elif highest := traits["highest_class"]:
        row["class_basic"] = 1 + int(random.random() * highest)
        row["class_vehicle"] = 1 + int(random.random() * highest)
    worth = random.uniform(1_200_000, 4_500_000) * (0.5 if vehicle.startswith("kei") else 1) * 0.86 ** (months / 12)
    row["own_damage_amount"] = max(round(worth / 50_000), 1) * 50_000


def _people(row: Row, random: Random) -> None:
    age = min(max(int(random.gauss(52, 15)), 18), 92)
    born = date(int(row["start_date"][:4]) - age, 1, 1) - timedelta(days=int(random.random() * 365))
    row["birth_date"] = born.isoformat()
    row["prior_contract"] = "true" if random.random() < 0.95 else "false"
    youngest = age if random.random() < 0.75 else min(age, int(random.uniform(18, 35)))
    row["age_condition"] = "35" if youngest >= 35 else "26" if youngest >= 26 else "21" if youngest >= 21 else "any"
