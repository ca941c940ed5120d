# `make serve` and `make test` are all a newcomer needs; both set up what is missing.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
BASE ?= main
BIN := .venv/bin
PY := $(BIN)/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve test site lint unit browser review bench audit search-check lock clean browser-ready videos videos-check videos-setup desk another-day targets-check videos-listen mutate
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 20

serve: .venv/site.ok node_modules/.ok ## build the site, serve it on PORT (8000), rebuild and reload on every change
	@$(PY) -m site_build serve --port $(PORT)

test: lint site unit browser another-day ## everything: linters, unit tests, the site, a real browser, another day than today

site: .venv/site.ok node_modules/.ok ## build the site into site/
	@$(PY) -m site_build build

lint: .venv/dev.ok node_modules/.ok ## ruff, mypy, Biome, tsc, who imports whom, the data, the videos, the Japanese wording
	@echo "・Linting Python"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@echo "・Checking who imports whom"
	@mkdir -p build; $(BIN)/lint-imports --no-cache >build/imports.txt 2>&1 || { sed -n '/^Contracts$$/,$$p' build/imports.txt; exit 1; }
	@echo "・Linting JavaScript"
	@node_modules/.bin/biome lint --error-on-warnings --log-level=warn
	@node_modules/.bin/tsc -p .
	@node_modules/.bin/tsc -p tools/worker.tsconfig.json
	@echo "・Checking the data"
	@$(PY) -m quote_engine check
	@echo "・Checking the videos"
	@$(PY) -m video_studio check
	@echo "・Checking the Japanese wording"
	@$(PY) tools/wording.py

unit: .venv/dev.ok ## tests without a browser
	@echo "・Unit tests"
	@$(PY) -m pytest -q -n auto --ignore=tests/browser tests

browser: .venv/dev.ok browser-ready site ## tests in a real browser, against the built site
	@echo "・Browser tests (some minutes)"
	@$(PY) -m pytest -q -n auto tests/browser

another-day: .venv/dev.ok node_modules/.ok browser-ready ## on DAY (New Year's Eve 2027): the site as built that day, and the tests that look at the day
	@$(PY) -m tools.another_day $(DAY)

videos: .venv-video/ok node_modules/.ok browser-ready ## render the videos whose storyboard, drawings or figures changed
	@.venv-video/bin/python -m video_studio render

videos-check: .venv/site.ok ## storyboards without mistakes, rendered files whole and up to date (seconds)
	@$(PY) -m video_studio check

videos-listen: .venv-listen/ok ## hear the rendered voices again with a speech recogniser; sentences that do not sound as meant
	@.venv-listen/bin/python -m video_studio listen

videos-setup: .venv-video/ok ## set up voice, encoder and the rest that rendering needs, in .venv-video (800 MB)

review: .venv/site.ok node_modules/.ok ## what your change does, against BASE (main): mistakes, prices, pages; the comment on a pull request
	@$(PY) -m tools.review --base $(BASE)

mutate: .venv/site.ok ## change every value of the data in turn: none may go unseen (half an hour)
	@$(PY) -m tools.mutate

desk: .venv/desk.ok ## set up what comparing a whole portfolio needs (diff --portfolio)

bench: .venv/dev.ok .venv-bench/ok node_modules/.ok browser-ready site ## measure start, bytes and speed against stock Pyodide, publicodes and OpenFisca
	@$(PY) -m bench

audit: .venv/dev.ok browser-ready site tools/lighthouse/node_modules/.ok ## Lighthouse on the home page, a guide page and the price page
	@$(PY) -m tools.audit

search-check: .venv/dev.ok browser-ready site ## measure the search with the words of data/guide/queries.yml, in Chromium and Firefox
	@$(PY) -m tools.search_check

browser-ready: .venv/dev.ok
	@$(PY) tools/browser.py

lock: .venv/dev.ok ## renew requirements*.txt from requirements*.in, and both package-lock.json
	@[ -x build/uv/bin/uv ] || { $(PYTHON) -m venv build/uv && build/uv/bin/pip install -q uv; }
	build/uv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' requirements.in -o requirements.txt
	build/uv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' requirements-dev.in -o requirements-dev.txt
	build/uv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' requirements-video.in -o requirements-video.txt
	build/uv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' requirements-desk.in -o requirements-desk.txt
	build/uv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' requirements-bench.in -o requirements-bench.txt
	build/uv/bin/uv pip compile -q --upgrade --generate-hashes --universal --python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' requirements-listen.in -o requirements-listen.txt
	bash tools/npm_lock.sh .
	bash tools/npm_lock.sh tools/lighthouse

targets-check: ## clone the repository and try there, as a newcomer, every target that the README names (an hour; ONLY=a,b SKIP=a,b)
	@$(PYTHON) tools/targets.py --only '$(ONLY)' --skip '$(SKIP)'

clean: ## remove what was built (the environments stay)
	rm -rf site build docs/generated .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

# Stamps: each set-up step runs once, and again only when its lock changes. No package from npm runs a script of its own: .npmrc.
.venv/site.ok: requirements.txt tools/venv.sh
	@echo "・Setting up Python in .venv (about a minute)"
	@bash tools/venv.sh $(PYTHON)
	@$(BIN)/pip install -q --require-hashes -r requirements.txt
	@touch $@

.venv/dev.ok: requirements-dev.txt .venv/site.ok
	@echo "・Adding the test tools"
	@$(BIN)/pip install -q --require-hashes -r requirements-dev.txt
	@touch $@

.venv/desk.ok: requirements-desk.txt .venv/site.ok
	@echo "・Adding Polars"
	@$(BIN)/pip install -q --require-hashes -r requirements-desk.txt
	@touch $@

.venv-video/ok: requirements-video.txt tools/venv.sh
	@echo "・Setting up the video tools in .venv-video (some minutes, 800 MB)"
	@bash tools/venv.sh $(PYTHON) .venv-video
	@.venv-video/bin/pip install -q --require-hashes -r requirements-video.txt
	@touch $@

.venv-listen/ok: requirements-listen.txt tools/venv.sh
	@echo "・Setting up the speech recogniser in .venv-listen (about a minute, 800 MB)"
	@bash tools/venv.sh $(PYTHON) .venv-listen
	@.venv-listen/bin/pip install -q --require-hashes -r requirements-listen.txt
	@touch $@

.venv-bench/ok: requirements-bench.txt tools/venv.sh
	@echo "・Setting up OpenFisca in .venv-bench (about a minute)"
	@bash tools/venv.sh $(PYTHON) .venv-bench
	@.venv-bench/bin/pip install -q --require-hashes -r requirements-bench.txt
	@touch $@

node_modules/.ok: package-lock.json package.json
	@command -v npm >/dev/null || { echo "Node.js 20 or newer with npm is needed." >&2; exit 1; }
	@echo "・Fetching the npm packages (Python runtime, search, wording checks)"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

tools/lighthouse/node_modules/.ok: tools/lighthouse/package-lock.json tools/lighthouse/package.json
	@echo "・Fetching Lighthouse"
	@npm ci --prefix tools/lighthouse --no-audit --no-fund --loglevel=error
	@touch $@
