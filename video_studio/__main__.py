"""``python -m video_studio``."""

import sys

from video_studio.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
