"""「だれに聞く？」 as people use it: to the right number in four choices, with and without scripts; open or closed by Japan's clock."""

import re

import pytest
from playwright.sync_api import expect

from tests.oracle.opening import CASES, sweep

WAYS = (
    (("事故・災害・けが・病気", "台風・大雨・雪で、家や車に被害", "家や家財"), "0120-131-459"),
    (("事故・災害・けが・病気", "持ち物がこわれた・盗まれた", "こくみん共済の携行品損害特約"), "0120-580-699"),
    (("契約を変える・確かめる", "マイカー共済", "解約したい"), "0120-00-6031"),
)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_few_choices_lead_to_the_right_number(browser, base_url, scripts):
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 800})
    page = context.new_page()
    for choices, number in WAYS:
        page.goto(f"{base_url}/ask/")
        for label in choices:
            page.locator(".choices .row", has_text=label).first.click()
            expect(page.locator(".answered b").last).to_have_text(label)
        call = page.locator(".desk-slip a.call").first
        expect(call).to_have_text(number)
        assert call.get_attribute("href") == f"tel:{number.replace('-', '')}"
    expect(page.locator(".desk-slip .opening")).to_contain_text("平日 9:00〜19:00")
    expect(page.locator(".desk-slip .badge")).to_have_count(1 if scripts else 0)
    page.locator(".answered a").nth(1).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("どの契約のことですか？")
    page.locator(".back a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("どんな用件ですか？")
    context.close()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20T09:59:00Z", "受付中 19:00 まで"),  # Friday 18:59 in Japan
        ("2026-11-20T10:00:00Z", "いまは時間外 11月21日（土）9:00 から"),
        ("2027-01-01T03:00:00Z", "いまは時間外 1月4日（月）9:00 から"),
    ],
)
def test_a_desk_says_whether_it_answers_now_in_any_time_zone(browser, base_url, moment, said):
    context = browser.new_context(timezone_id="America/New_York", locale="en-US")
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.goto(f"{base_url}/ask/desks/")
    expect(page.locator("#customer_service .state")).to_have_text(said)
    expect(page.locator("#customer_service .badge")).to_have_class(re.compile("open" if said.startswith("受付中") else "^badge$"))
    expect(page.locator("#accident .badge.open")).to_have_text("受付中")
    context.close()


def test_the_script_and_the_written_cases_agree(page, base_url):
    page.goto(f"{base_url}/ask/desks/")
    cases = [(hours, f"{moment}:00+09:00", list(said)) for hours, moment, said in [*CASES, *sweep()]]
    assert len(cases) > 3000
    wrong = page.evaluate(
        """async (cases) => {
          const { openState } = await import("/assets/js/site/open-now.js");
          return cases.filter(([hours, moment, [open, when]]) => {
            const found = openState(hours, new Date(moment));
            return found.open !== open || found.when !== when;
          }).slice(0, 5).concat(openState(cases[0][0], new Date("2040-06-01T12:00:00+09:00")) ?? []);
        }""",
        cases,
    )
    assert wrong == []
