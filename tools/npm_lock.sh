#!/usr/bin/env bash
# Renews package-lock.json of a folder, away from the packages that stand there: npm would take those of other systems from
# them, without hashes. Ends with an error, and leaves the old lock, where `npm ci` would refuse the new one.
set -euo pipefail
folder=$1
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cp "$folder/package.json" "$folder/.npmrc" "$fresh"
cd "$fresh"
npm install --package-lock-only --loglevel=error
npm ci --dry-run --offline --cache "$fresh/nothing" --loglevel=error >/dev/null  # nothing at hand: what is not in the lock, fails
cd - >/dev/null
mv "$fresh/package-lock.json" "$folder/package-lock.json"
