"""``python -m quote_engine``: see ``quote_engine.cli``."""

import sys

from commands.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
