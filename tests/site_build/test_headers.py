"""The headers the site is answered with, and what the build refuses to publish."""

import re

import pytest

from site_build import SITE, BuildError
from site_build.finishing.headers import headers_for, parse_headers, write_headers
from site_build.finishing.policy import content_security_policy


@pytest.fixture
def site(tmp_path):
    """A small site of the same shape."""
    for name in ("index.html", "about/index.html"):
        page = tmp_path / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text('<!doctype html><script src="a.js"></script><p>こんにちは', encoding="utf-8")
    for name in ("app/book.0123456789abcdef.json", "app/manifest.json", "pyodide/314.0.7/pyodide.asm.wasm",
                 "pagefind/fragment/ja_1.pf_fragment", "assets/social/0123456789abcdef.png", "pagefind/pagefind.js", "assets/css/tokens.css"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    write_headers(tmp_path)
    return tmp_path


def headers(site, path):
    return dict(headers_for(parse_headers((site / "_headers").read_text(encoding="utf-8")), path))


@pytest.mark.parametrize("path", ["/app/book.0123456789abcdef.json", "/pyodide/314.0.7/pyodide.asm.wasm", "/pagefind/fragment/ja_1.pf_fragment",
                                  "/assets/social/0123456789abcdef.png"])
def test_names_that_change_with_their_content_are_kept_for_ever(site, path):
    assert headers(site, path)["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/", "/about/", "/app/manifest.json", "/pagefind/pagefind.js", "/assets/css/tokens.css"])
def test_everything_else_is_asked_for_again(site, path):
    assert "Cache-Control" not in headers(site, path)


def test_every_answer_carries_one_policy(site):
    for path in ("/", "/app/book.0123456789abcdef.json", "/pyodide/314.0.7/pyodide.asm.wasm"):
        found = headers_for(parse_headers((site / "_headers").read_text(encoding="utf-8")), path)
        assert [name for name, _ in found].count("Content-Security-Policy") == 1


def test_the_policy_is_strict(site):
    policy = headers(site, "/")["Content-Security-Policy"]
    assert re.findall(r"'unsafe-[a-z-]+'|'wasm-unsafe-eval'", policy) == ["'wasm-unsafe-eval'"]
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy
    assert "*" not in policy


def test_an_inline_script_is_allowed_by_its_hash(site):
    (site / "index.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    policy = content_security_policy([site / "index.html"])
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy


def test_data_blocks_need_no_hash(site):
    (site / "index.html").write_text('<script type="application/json">{"a": 1}</script>', encoding="utf-8")
    assert "sha256" not in content_security_policy([site / "index.html"])


@pytest.mark.parametrize(
    "markup",
    ["<style>p{}</style>", '<p style="color:red">', '<a onclick="go()">', '<a href="javascript:void(0)">', '<a href=" JavaScript:x">', '<a href="java&#115;cript:x">', '<p title="x"style = "color:red">'],
)
def test_what_the_policy_would_block_stops_the_build(site, markup):
    (site / "index.html").write_text(markup, encoding="utf-8")
    with pytest.raises(BuildError, match="inline code or style"):
        content_security_policy([site / "index.html"])


def test_a_header_file_says_what_was_written():
    rules = parse_headers("# remark\n/*\n  A: b: c\n\n/x.js\n  D: e\n")
    assert rules == [("/*", [("A", "b: c")]), ("/x.js", [("D", "e")])]
    assert headers_for(rules, "/x.js") == [("A", "b: c"), ("D", "e")]
    assert headers_for(rules, "/y.js") == [("A", "b: c")]


@pytest.mark.skipif(not (SITE / "_headers").exists(), reason="the site has not been built yet")
def test_the_built_site_keeps_only_hashed_names_for_ever():
    rules = parse_headers((SITE / "_headers").read_text(encoding="utf-8"))
    kept = [pattern for pattern, named in rules if any("immutable" in value for _, value in named)]
    assert kept
    assert all(re.search(r"\.[0-9a-f]{8,}\.|^/pyodide/\d|^/videos/[^/]+/[0-9a-f]{12}/\*$|^/(assets/social|pagefind/fragment|pagefind/index)/\*$", pattern) for pattern in kept), kept
