"""The site's ``_headers``: what every answer of the server carries. Netlify reads the file, and so does our own server."""

import re
from pathlib import Path

from site_build.finishing.policy import content_security_policy

Rules = list[tuple[str, list[tuple[str, str]]]]

SECURITY = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
)
FOREVER = ("Cache-Control", "public, max-age=31536000, immutable")

HASHED_FOLDERS = ("assets/social", "pagefind/fragment", "pagefind/index")
HASHED_NAME = re.compile(r"\.[0-9a-f]{8,}\.")
VERSIONED = re.compile(r"pyodide/\d[^/]*|videos/[^/]+/[0-9a-f]{12}")
"""Only names that change with their content may be kept for ever."""


def write_headers(site: Path) -> None:
    """Write ``_headers`` for the finished site."""
    pages = sorted(site.rglob("*.html"))
    rules: Rules = [("/*", [("Content-Security-Policy", content_security_policy(pages)), *SECURITY])]
    rules += [(pattern, [FOREVER]) for pattern in _hashed(site)]
    (site / "_headers").write_text(_text(rules), encoding="utf-8")


def parse_headers(text: str) -> Rules:
    """The rules of a ``_headers`` file, in order."""
    rules: Rules = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
            continue
        name, _, value = line.strip().partition(":")
        rules[-1][1].append((name.strip(), value.strip()))
    return rules


def headers_for(rules: Rules, path: str) -> list[tuple[str, str]]:
    """The headers of the answer for ``path``. A star at the end of a pattern stands for anything."""
    return [header for pattern, headers in rules if _matches(pattern, path) for header in headers]


def _matches(pattern: str, path: str) -> bool:
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern


def _hashed(site: Path) -> list[str]:
    patterns = {f"/{folder}/*" for folder in HASHED_FOLDERS if (site / folder).is_dir()}
    for path in site.rglob("*"):
        if not path.is_file():
            continue
        address = path.relative_to(site).as_posix()
        if versioned := VERSIONED.match(address):
            patterns.add(f"/{versioned[0]}/*")
        elif address.startswith(("app/", "assets/stylesheets/")) and HASHED_NAME.search(path.name):
            patterns.add(f"/{address}")
    return sorted(patterns)


def _text(rules: Rules) -> str:
    blocks = ["\n".join([pattern, *(f"  {name}: {value}" for name, value in headers)]) for pattern, headers in rules]
    return "\n".join(blocks) + "\n"
