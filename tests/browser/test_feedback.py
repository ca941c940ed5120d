"""Did this page help? A plain form, sent without a script, that asks for nothing personal."""

import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def browser_context_args(browser_context_args, request):
    return {**browser_context_args, "java_script_enabled": request.param, "viewport": {"width": 360, "height": 640}}


def test_an_answer_is_sent_and_thanked(page):
    page.goto("/about/")
    form = page.get_by_role("form", name="このページは役に立ちましたか")
    form.get_by_label("いいえ").check()
    form.get_by_label("ひとこと").fill("電話番号が見つからない")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        form.get_by_role("button", name="送る").click()
    page.wait_for_url(re.compile(r"/thanks/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("受け取りました")
    assert parse_qs(sent.value.post_data) == {
        "form-name": ["feedback"], "page": ["/about/"], "helped": ["いいえ"], "words": ["電話番号が見つからない"],
    }


def test_only_an_answer_is_needed_and_words_have_a_limit(page):
    page.goto("/about/")
    form = page.get_by_role("form", name="このページは役に立ちましたか")
    form.get_by_role("button", name="送る").click()
    assert page.url.endswith("/about/"), "nothing is sent before an answer is chosen"
    expect(form.get_by_label("ひとこと")).to_have_attribute("maxlength", "400")
    expect(form).to_contain_text("名前、住所、電話番号、契約の番号は書かないでください")
    form.get_by_label("はい").check()
    form.get_by_role("button", name="送る").click()
    page.wait_for_url(re.compile(r"/thanks/$"))


@pytest.mark.parametrize("address", ["/quote/", "/payout/", "/thanks/"])
def test_pages_that_calculate_send_nothing(page, address):
    page.goto(address)
    expect(page.locator("form[method=post]")).to_have_count(0)
