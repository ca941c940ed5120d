"""When a desk answers: the hours in words for all, and as data for the script that says whether it answers now."""

import json
from collections.abc import Mapping
from typing import Any

from guide.hours import hours_text
from quote_engine.drawing.markup import Html, tag


def opening(contact: Mapping[str, Any], element: str = "dd") -> Html:
    """The hours of a desk. One that always answers says 「受付中」 at once; the others wait for ``open-now.js``."""
    hours = contact["hours"]
    words = hours_text(hours)
    if hours == "always":
        return tag(element, tag("span", "受付中", class_="badge open"), " ", tag("span", words, class_="small"), class_="opening")
    data = json.dumps({day: span for day, span in hours.items() if span}, separators=(",", ":"))
    state = tag("span", class_="state", hidden=True)
    return tag(element, state, tag("span", words, class_="small"), class_="opening", data_hours=data)


def calendar_module(holidays: dict[str, str], new_year: dict[str, str]) -> str:
    """The script with the days on which desks keep other hours: public holidays, and the days around New Year."""
    days = {"holidays": sorted(holidays), "newYear": [new_year["first"], new_year["last"]]}
    exports = "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in days.items())
    return f"// Made at build from the public holidays and data/guide/finder.yml.\n{exports}"
