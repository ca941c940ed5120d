"""A made-up edition of 2027-04-01 in a copy of the data, with five kinds of change at once.

A rate (own damage of passenger cars), a discount (AEB: percent and condition), a new question (``dashcam``), a choice that
ends with the edition (``property_deductible`` 50000) and a rider of this edition alone (``pet_expenses``).
"""

import shutil
from pathlib import Path

import pytest
import yaml

from rulebook.binder import examine
from rulebook.new_edition import new_edition
from site_build.handbook.edits import make as make_edits
from site_build.handbook.trial_folder import looked_through

START = "2027-04-01"
ROOT = Path(__file__).parent.parent
EDITS = yaml.safe_load((Path(__file__).parent / "data" / "edition_2027.yml").read_text(encoding="utf-8"))["edits"]


def base(folder):
    """Return a copy of data/ below ``folder`` with the first edition only: editors may have added others.

    Where questions or choices begin or end with a later edition, the first cannot stand alone, and the test is skipped:
    then the data themselves hold what the made-up edition stands for.
    """
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    later = sorted(path for path in (data / "editions").iterdir() if path.is_dir())[1:]
    for edition in later:
        shutil.rmtree(edition)
    if later and examine(data)[1]:
        pytest.skip("questions or choices of the data begin or end with an edition of their own")
    return data


def make(folder):
    """Return a copy of data/ below ``folder`` that has the first edition and the made-up one."""
    data = base(folder)
    new_edition(data, START)
    looked_through(data / "editions" / START / "edition.yml")
    make_edits(EDITS, folder)
    return data
