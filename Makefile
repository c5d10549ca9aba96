# wasata: `make help` lists what can be made
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := test
.PHONY: help setup demo test lint types contracts check gate bench clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/.ready ## one locked environment in .venv

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "wasata needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12")'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "this Python has no venv; on Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q wasata
	@touch $@

demo: setup ## read the example articles, print the record, write demo.duckdb
	$(BIN)/wasata read examples/*.md --store demo.duckdb

test: setup lint types contracts ## lint, types, import contracts, every test
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check wasata tests bench gold
	$(BIN)/ruff format --check wasata tests bench gold

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports --no-cache

check: setup ## run the example of every pack row
	$(BIN)/wasata check

gate: setup ## measure against hand-coded gold, beside the floors of gold/floors.toml
	$(BIN)/python -m gold.gate $(GATE)

bench: setup ## sentences/s, MB/s and peak memory of one core from raw text
	$(BIN)/python -m bench.reading

clean: ## remove what was set up
	rm -rf .venv demo.duckdb demo.duckdb.wal build dist
