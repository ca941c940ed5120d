"""What JavaScript is checked with is what Python says, and what the pages carry is what both believe."""

import json
from typing import Any, Literal, NotRequired, TypedDict

import pytest
from fits import misfits

from site_build import ROOT
from site_build.calculators import page_parts
from site_build.calculators.page_data import NamedModel, PageData, PageModel, ToolData
from tools import js_types

TOOLS = ("outlook", "use-or-pay", "payout", "ideas", "overlaps", "dates", "join", "grade-check")
