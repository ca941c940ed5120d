"""The desks, all that stand in ``data/contacts.yml``: the book holds only those that the calculator names."""

from functools import cache
from typing import Any

from site_build import BuildError
from site_build.guide_pages.fact import guide


@cache
def contacts() -> dict[str, dict[str, Any]]:
    """Every desk by its id, in written order."""
    file = guide().neighbour("contacts.yml")
    if file is None:
        raise BuildError("data/contacts.yml がありません。")
    return {contact["id"]: contact for contact in file["contacts"]}


def contact_of(name: str) -> dict[str, Any]:
    """One desk by its id."""
    if name not in contacts():
        raise BuildError(f"「{name}」という窓口はありません。使えるのは {'、'.join(contacts())} です。")
    return contacts()[name]
