"""Facts for the prose: pages write ``{{ phone("accident") }}`` instead of the number, so that a fact stands once.

A module whose functions pages may call ends with their names: ``MACROS`` are given the sources of the build first,
``PAGE_MACROS`` the sources and the page they stand on, ``PLAIN_MACROS`` nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial, wraps
from typing import Any

from guide.frame import tongue
from quote_engine.drawing.markup import reference_mark
from quote_engine.values.dates import spoken
from site_build import DOCS
from site_build.browser_python import playground
from site_build.calculators import asked_page, outlook_pages, payout_page, quote_page, short_form
from site_build.guide_pages import (
    calls,
    claim_pages,
    desk_lists,
    documents_page,
    glossary,
    guide_macros,
    matter_calls,
    revisions_page,
    searched,
    sheets,
    sources_table,
    voices_page,
)
from site_build.guide_pages.page_foot import compared_in, long_date, sources_in
from site_build.guide_pages.revision_notice import before_parts, revision_notice
from site_build.guide_pages.ruby import with_ruby, without_readings
from site_build.guide_tables import (
    cars,
    compulsory,
    contract_days,
    contract_table,
    covers,
    desks,
    discounts,
    drivers,
    exclusions,
    grade_example,
    grades,
    overlap,
    own_car,
    prefecture_table,
    premium,
    quotes,
    riders,
    services,
    stories,
    words_table,
)
from site_build.handbook import recipe_html
from site_build.script_words import script_words
from site_build.site_config import CARDS, SOURCES
from site_build.sources import Sources
from site_build.video_pages import macros as video_macros

Macro = Callable[..., Any]

MODULES = (
    asked_page, calls, cars, claim_pages, compulsory, contract_days, contract_table, covers, desk_lists, desks, discounts, documents_page,
    drivers, exclusions, glossary, grade_example, grades, guide_macros, matter_calls, outlook_pages, overlap, own_car, payout_page, playground,
    prefecture_table, premium, quote_page, quotes, recipe_html, revisions_page, riders, searched, services, sheets, short_form, sources_table, stories, video_macros,
    voices_page, words_table,
)  # fmt: skip
"""Where macros stand."""


def define_env(env: Any) -> None:
    """Give MkDocs the variables and macros, made from the sources that ``site_config`` put beside its settings. The name is the plugin's."""
    sources: Sources = env.conf[SOURCES]
    book = sources.book
    case = book["examples"][0]
    quote = sources.quote(case["answers"])
    checked = long_date(book["site"]["checked"])
    shared = {"site": book["site"], "checked_label": checked, "edition_label": quote["edition_label"], "next_edition": next_edition(book)}
    env.variables.update({**shared, "example": {**quote, "label": case["label"], "mark": reference_mark(quote["certainty"]) or ""}})
    # The theme's partials read config.extra.
    env.conf["extra"].update({
        **shared,
        "accident_phone": desk_lists.number(sources, "accident"),
        "frame": sources.guide.file("frame.yml")["languages"],
        "tongue": tongue,
        "with_ruby": with_ruby,
        "without_readings": without_readings,
        "compared_in": partial(compared_in, sources),
        "sources_in": partial(sources_in, sources),
        "revision_notice": partial(revision_notice, sources),
        "before_parts": before_parts,
        "card_address": env.conf[CARDS].address,
        "script_words": script_words(sources.library, DOCS / "assets" / "js"),
    })  # fmt: skip
    for name, macro in macros(sources, lambda: env.page):
        env.macro(macro, name)


def macros(sources: Sources, page: Callable[[], Any]) -> Iterator[tuple[str, Macro]]:
    """Yield every macro by its name, ready for the pages; ``page`` tells which one is being made."""
    for module in MODULES:
        for macro in getattr(module, "MACROS", ()):
            yield macro.__name__, _bound(macro, lambda: (sources,))
        for macro in getattr(module, "PAGE_MACROS", ()):
            yield macro.__name__, _bound(macro, lambda: (sources, page()))
        for macro in getattr(module, "PLAIN_MACROS", ()):
            yield macro.__name__, macro


def _bound(macro: Macro, given: Callable[[], tuple[Any, ...]]) -> Macro:
    @wraps(macro)  # the plugin lists macros by their names and descriptions
    def ready(*arguments: Any, **named: Any) -> Any:
        return macro(*given(), *arguments, **named)

    return ready


def on_post_page_macros(env: Any) -> None:
    """Put readings above the kanji of the pages that carry them. The name is the plugin's."""
    if env.page.meta.get("ruby"):
        env.markdown = with_ruby(env.markdown)


def next_edition(book: Mapping[str, Any]) -> str:
    """What is said of the edition that follows the one in force; empty while none is known."""
    following = [edition for edition in book["editions"] if edition["start"] > book["present"]]
    return f"{spoken(following[0]['start'])}から始まる契約は{following[0]['label']}" if following else ""
