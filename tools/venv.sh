#!/usr/bin/env bash
# Makes the virtual environment, .venv or the folder named second. Debian splits venv from Python, so its package is fetched where it is missing.
set -euo pipefail
python=${1:-python3}
folder=${2:-.venv}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Python 3.11 or newer is needed; '$python' is $("$python" --version 2>&1). Try: make PYTHON=/path/to/python3.11 …" >&2
  exit 1
}
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  echo "・This Python has no venv module; installing Debian's python3-venv."
  root=(); [ "$(id -u)" = 0 ] || root=(sudo)
  command -v apt-get >/dev/null || { echo "Please install the venv module of $python and run make again." >&2; exit 1; }
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
fi
[ -x "$folder/bin/python" ] && "$folder/bin/python" -c 'import pip' 2>/dev/null || "$python" -m venv --clear "$folder"
