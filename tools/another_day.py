"""``make another-day``: builds a copy of the site as on another day than today, and runs there the tests that look at the day."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rulebook.today import DAY
from tools.changed_pages import fill_from_here, link_and_keep

NEW_YEARS_EVE = "2027-12-31"
"""Tomorrow is of another year, a figure checked today is due for another look, and desks are closed."""
LOOK_AT_THE_DAY = (
    "tests/commands/test_cli.py::TestCheck",
    "tests/site_build/test_form.py",
    "tests/browser/test_quote_page.py",
    "tests/browser/test_tools.py",
)


def main(day: str) -> int:
    """Build the files as they stand now on that day and test the result; return the exit status of the first that fails."""
    environment = {**os.environ, DAY: day}
    print(f"・{day}: the site and the tests that look at the day", flush=True)
    with TemporaryDirectory(prefix="another-day-") as folder:
        copy = Path(folder)
        fill_from_here(copy)
        link_and_keep(copy)
        for command in (("site_build", "build"), ("pytest", "-q", "-n", "auto", *LOOK_AT_THE_DAY)):
            done = subprocess.run([sys.executable, "-m", *command], cwd=copy, env=environment, check=False)
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:] or [NEW_YEARS_EVE]))
