"""The system's own Firefox, driven over Marionette: the one protocol it speaks that needs neither a driver nor a package."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

NAMES = ("firefox-esr", "firefox")
START = 60  # seconds
ASKED = 600_000  # milliseconds that a script may take
PREFERENCES: dict[str, Any] = {
    "marionette.port": 0,  # any that is free; the profile says which
    "intl.accept_languages": "ja",
    "intl.locale.requested": "ja",
    "app.update.auto": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
}


def find() -> str | None:
    """The first Firefox that is there."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Firefox:
    """One window of a fresh profile. ``with Firefox(path) as firefox`` closes it again."""

    def __init__(self, path: str) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        folder = Path(self._profile.name)
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        (folder / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--marionette", "--profile", str(folder)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = socket.create_connection(("127.0.0.1", self._port(folder / "MarionetteActivePort")))
        self._reader = self._socket.makefile("rb")
        self._count = 0
        self._read()  # its greeting
        self._send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"timeouts": {"script": ASKED}}}})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._profile.cleanup()

    def open(self, address: str) -> None:
        """Open a page and wait until it is there."""
        self._send("WebDriver:Navigate", {"url": address})

    def call(self, function: str, *arguments: object) -> Any:
        """Call an async JavaScript function in the page; raises ``RuntimeError`` with what it throws."""
        script = f"const done = arguments[arguments.length - 1]; ({function})(...[...arguments].slice(0, -1)).then((value) => done([value]), (error) => done([null, String(error)]));"
        value, *failed = self._send("WebDriver:ExecuteAsyncScript", {"script": script, "args": list(arguments)})["value"]
        if failed:
            raise RuntimeError(failed[0])
        return value

    def _port(self, file: Path) -> int:
        end = time.monotonic() + START
        while not file.exists() or not file.read_text():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("Firefox does not start.")
            time.sleep(0.1)
        return int(file.read_text())

    def _send(self, command: str, values: dict[str, Any]) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, values]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while (byte := self._reader.read(1)) != b":":
            length += byte
        return json.loads(self._reader.read(int(length)))
