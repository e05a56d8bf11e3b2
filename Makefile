# `make` lists what there is; `make run` is all a newcomer needs.
SHELL := /bin/bash
PY := .venv/bin/python
PYTHON ?= python3
WORDS := $(wildcard brouwerij/locale/*/LC_MESSAGES/messages.po)
# Folders too: their time changes when a file goes.
FRONT := $(shell find frontend static/css static/icons 2>/dev/null)
# Tests start tens of processes; where a shell says to keep no bytecode, each would compile all anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run demo test check lint format types wire-types build watch lock i18n icons screenshots docs bench bench-quick bench-frames bench-arriving clustering clean

help: ## List what there is
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.stamp static/dist/manifest.json .venv/.words ## Install and build what changed since the last time

run: setup ## Start Brouwerij on this machine
	@.venv/bin/brouwerij serve

demo: setup ## Start Brouwerij with an example workshop in it
	@.venv/bin/brouwerij demo

test: setup ## Run all tests (one: make test ARGS="tests/test_i18n.py")
	@scripts/test-dependencies.sh && $(PY) -m pytest -n 2 --no-loadscope-reorder $(ARGS)

check: lint types test ## What CI runs: format, lint, types, wire types, tests

lint: .venv/.stamp ## Check the format and the rules
	@.venv/bin/ruff format --check . && .venv/bin/ruff check .

format: .venv/.stamp ## Put Python in its format and mend what can be mended
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

types: .venv/.stamp node_modules/.stamp ## Check the types of Python, TypeScript and the wire between them
	@.venv/bin/mypy && $(PY) scripts/wire_types.py --check && node_modules/.bin/tsc -p . && node_modules/.bin/tsc -p frontend/worker

wire-types: .venv/.stamp node_modules/.stamp ## Write frontend/lib/wire.d.ts anew from brouwerij/wire.py
	@$(PY) scripts/wire_types.py

build: .venv/.stamp node_modules/.stamp ## Build the front end, changed or not
	@node frontend/build.mjs

watch: setup ## Build the front end again at every change
	@node frontend/build.mjs --watch

lock: .venv/.stamp ## Renew both lock files within what pyproject.toml and package.json allow
	@scripts/lock.sh

i18n: .venv/.stamp ## Gather the texts into brouwerij/locale/*/LC_MESSAGES/messages.po
	@$(PY) scripts/i18n.py update

docs: .venv/.stamp ## Write the lists in docs/ anew from the code
	@$(PY) scripts/docs.py

icons: .venv/.stamp ## Draw the icons of the home screen anew from static/icons/app.svg
	@$(PY) scripts/icons.py

screenshots: setup ## Photograph every moment of an afternoon into screenshots/, light and dark, in both languages
	@scripts/test-dependencies.sh && $(PY) scripts/screenshots.py screenshots $(ARGS)

bench: setup ## Measure how fast it is, beside what others would run (three quarters of an hour)
	@$(PY) -m bench $(ARGS)

bench-quick: setup ## Measure fan-out and votes at 500 phones, in under three minutes
	@$(PY) -m bench --quick $(ARGS)

bench-frames: setup ## Measure how smoothly the projector moves
	@scripts/test-dependencies.sh && $(PY) -m bench.frames

bench-arriving: setup ## Measure how soon a phone is ready on a slow line
	@scripts/test-dependencies.sh && $(PY) -m bench.arriving

clustering: setup ## Measure how well ideas are sorted, into docs/clustering.md
	@$(PY) -m bench.clustering $(ARGS)

clean: ## Remove all that setup made; instance/ stays
	@rm -rf .venv node_modules static/dist .mypy_cache .pytest_cache .ruff_cache; find brouwerij -name '*.mo' -delete

# What setup makes, each made again only when what it is made from changed.

.venv/.stamp: requirements.lock requirements-suggest.lock pyproject.toml hatch_build.py scripts/install-python.sh scripts/paper-dependencies.sh
	@PYTHON=$(PYTHON) scripts/install-python.sh && scripts/paper-dependencies.sh && touch $@

node_modules/.stamp: package-lock.json package.json .npmrc
	@scripts/install-node.sh && touch $@

.venv/.words: $(WORDS) scripts/i18n.py .venv/.stamp
	@$(PY) scripts/i18n.py compile && touch $@

static/dist/manifest.json: $(FRONT) $(WORDS) node_modules/.stamp .venv/.stamp
	@node frontend/build.mjs
