"""Our own server answers as the host does."""

from http.client import HTTPConnection

import pytest

from site_build.serving.server import SiteServer


@pytest.fixture
def server(tmp_path):
    (tmp_path / "about").mkdir()
    (tmp_path / "index.html").write_text("start", encoding="utf-8")
    (tmp_path / "about" / "index.html").write_text("about", encoding="utf-8")
    (tmp_path / "404.html").write_text("nothing here", encoding="utf-8")
    (tmp_path / "a.wasm").write_bytes(bytes(range(10)))
    (tmp_path / "a.mjs").write_text("export {}", encoding="utf-8")
    (tmp_path / "_headers").write_text("/*\n  X-All: yes\n/a.wasm\n  Cache-Control: immutable\n", encoding="utf-8")
    with SiteServer(tmp_path) as running:
        yield running


def ask(server, path, **headers):
    connection = HTTPConnection(*server.server_address)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_folders_and_files(server):
    assert ask(server, "/")[1] == b"start"
    assert ask(server, "/about/?x=1#y")[1] == b"about"
    answer, _ = ask(server, "/about")
    assert (answer.status, answer.headers["Location"]) == (301, "/about/")


def test_types(server):
    assert ask(server, "/a.wasm")[0].headers["Content-Type"] == "application/wasm"
    assert ask(server, "/a.mjs")[0].headers["Content-Type"].startswith("text/javascript")


def test_headers_of_the_file(server):
    answer, _ = ask(server, "/a.wasm")
    assert (answer.headers["X-All"], answer.headers["Cache-Control"]) == ("yes", "immutable")
    assert ask(server, "/")[0].headers["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize(
    ("asked", "given", "body"),
    [("bytes=2-4", "bytes 2-4/10", b"\2\3\4"), ("bytes=7-", "bytes 7-9/10", b"\7\10\11"), ("bytes=-2", "bytes 8-9/10", b"\10\11")],
)
def test_byte_ranges(server, asked, given, body):
    answer, got = ask(server, "/a.wasm", Range=asked)
    assert (answer.status, answer.headers["Content-Range"], got) == (206, given, body)


@pytest.mark.parametrize("path", ["/missing", "/_headers", "/../secret", "/%2e%2e/secret", "/about/missing.js"])
def test_anything_else_is_not_found(server, path):
    answer, body = ask(server, path)
    assert (answer.status, body) == (404, b"nothing here")


def post(server, path, body, **headers):
    connection = HTTPConnection(*server.server_address)
    connection.request("POST", path, body=body, headers=headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, text


def test_a_form_is_thanked(server):
    (server.folder / "thanks").mkdir()
    (server.folder / "thanks" / "index.html").write_text("thanks", encoding="utf-8")
    assert post(server, "/thanks/", "helped=yes") == (200, b"thanks")


@pytest.mark.parametrize("path", ["/", "/about/", "/thanks/more", "/_headers"])
def test_no_other_address_takes_a_form(server, path):
    assert post(server, path, "helped=yes") == (405, b"")


@pytest.mark.parametrize("length", ["20001", "many", "-1"])
def test_a_form_has_a_length(server, length):
    assert post(server, "/thanks/", None, **{"Content-Length": length}) == (413, b"")
