"""``python -m site_build build`` and ``python -m site_build serve``."""

import argparse
import sys

from site_build import SITE, BuildError


def main() -> int:
    """Run the command; return the exit code."""
    parser = argparse.ArgumentParser(prog="site_build", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="build the site into site/")
    serve = commands.add_parser("serve", help="build, serve, and follow every change")
    serve.add_argument("--port", type=int, default=8000)
    commands.add_parser("workshop", help="what serve builds with: one build for each line of standard input")
    options = parser.parse_args()
    # Each command imports what it needs: the server must start even when the build is broken.
    if options.command == "serve":
        from site_build.serving.watch import serve_and_follow  # noqa: PLC0415

        serve_and_follow(options.port)
        return 0
    if options.command == "workshop":
        from site_build.serving.workshop import work  # noqa: PLC0415

        work()
        return 0
    from guide.reading import Unknown  # noqa: PLC0415
    from rulebook.sheets.problem import BrokenData  # noqa: PLC0415
    from site_build.build import build  # noqa: PLC0415

    try:
        build(SITE)
    except (BuildError, BrokenData, Unknown) as error:
        print(f"\nThe site was not built.\n{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
