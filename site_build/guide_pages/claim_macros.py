"""The macros of the accident and claim pages."""

from site_build.guide_pages.calls import big_call, open_always, paid_call
from site_build.guide_pages.claim_pages import (
    claim_desk,
    claim_ending,
    claim_kinds,
    claim_mistakes,
    claim_papers,
    claim_steps,
)
from site_build.guide_pages.sheets import checklist, field, tick

CLAIM_MACROS = (
    big_call, open_always, paid_call,
    claim_desk, claim_ending, claim_kinds, claim_mistakes, claim_papers, claim_steps,
    checklist, field, tick,
)  # fmt: skip
"""What the pages may call."""
