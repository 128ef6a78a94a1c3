# `make help` lists the targets. Each creates .venv where it is missing or older than what it is made from.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# Where it is set each program compiles the package again: the tests start hundreds, and the benchmarks time its import
# beside that of packages that pip has compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install demo sandbox test soak fuzz bench bench-memory lint types generate check-generated drift check-document check-report check-wheel check format clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-16s %s\n", $$1, $$2}'

install: .venv/.installed ## Create .venv with everything that development needs

# pip is upgraded first: older ones do not know dependency groups.
.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt --editable '.[cli,parquet,sandbox]' --group dev
	@touch $@

demo: .venv/.installed ## Bulk-fetch TV credits from a sandbox of TMDB, or from TMDB with TMDB_ACCESS_TOKEN set
	@$(BIN)/python examples/demo.py

sandbox: .venv/.installed ## Serve a sandbox of TMDB on loopback until Ctrl-C
	@$(BIN)/python -m tmdb_async.sandbox

test: .venv/.installed ## Run the tests, with coverage of lines and branches
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses 4 --dist loadgroup
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

soak: SECONDS ?= 60
soak: SEED ?= 1
soak: .venv/.installed ## Bulk-fetch from a server full of faults: make soak SECONDS=600 SEED=7
	@$(BIN)/python -m tests.faults.soak --seconds $(SECONDS) --seed $(SEED)

fuzz: SECONDS ?= 60
fuzz: .venv/.fuzzer ## Fuzz the decoder, guided by its coverage: make fuzz SECONDS=600
	@$(BIN)/python scripts/fuzz.py --seconds $(SECONDS)

.venv/.fuzzer: .venv/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group fuzz
	@touch $@

bench: ROUNDS ?= 5
bench: .venv-bench/.installed ## Measure speed beside all peers, in one run: make bench ROUNDS=10
	@.venv-bench/bin/python -m benchmarks --rounds $(ROUNDS)

bench-memory: .venv-bench/.installed ## Measure how bulk runs of 200,000 and of a million items grow the process
	@.venv-bench/bin/python -m benchmarks.memory

# An environment of its own: the peers are nobody else's business.
.venv-bench/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	.venv-bench/bin/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt --editable '.[aiohttp,sandbox]' --group bench
	@touch $@

lint: .venv/.installed ## Check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.installed ## Check types with mypy and pyright
	$(BIN)/mypy
	$(BIN)/pyright --warnings

generate: .venv/.installed ## Write tmdb_async/_generated from openapi/
	$(BIN)/python openapi/generate.py

check-generated: .venv/.installed ## Check that tmdb_async/_generated is what openapi/ gives
	$(BIN)/python openapi/generate.py --check

drift: .venv/.installed ## Tell what TMDB changed: make drift [FILE=tmdb-api.json | BODIES=folder | JOB=file.sqlite]
	@$(BIN)/python openapi/drift.py $(FILE) $(if $(BODIES),--bodies $(BODIES)) $(if $(JOB),--job $(JOB))

DOCUMENT := tmdb_async/_generated/openapi.json
TYPESCRIPT := npx --yes --package openapi-typescript@7.13.0 --package typescript@5.9.3

check-document: .venv/.installed .venv-document/.installed ## Check with the tools of others that the OpenAPI document is one for them (needs npx)
	$(BIN)/openapi-spec-validator $(DOCUMENT)
	npx --yes @redocly/cli@2.77.0 lint --config openapi/redocly.yaml $(DOCUMENT)
	@mkdir -p build/document
	$(TYPESCRIPT) openapi-typescript $(DOCUMENT) --output build/document/tmdb.d.ts
	$(TYPESCRIPT) tsc --noEmit --strict build/document/tmdb.d.ts
	.venv-document/bin/datamodel-codegen --input $(DOCUMENT) --input-file-type openapi --formatters builtin \
		--output-model-type pydantic_v2.BaseModel --output build/document/tmdb.py
	.venv-document/bin/python -W error build/document/tmdb.py
	$(BIN)/python scripts/check_mock.py

# An environment of its own: what others make of the document is no part of development.
.venv-document/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-document
	.venv-document/bin/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	.venv-document/bin/python -m pip install --quiet --constraint constraints.txt --group document
	@touch $@

CHROMIUM ?= chromium

check-report: .venv/.installed ## Check in headless Chromium that nothing runs in a job's report (installs Debian's)
	command -v $(CHROMIUM) || { apt-get update && apt-get install --yes --no-install-recommends chromium; }
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m pytest tests/report/test_browser.py

check-wheel: .venv/.installed ## Install the wheel alone and run the README's first example with it
	$(BIN)/python scripts/check_wheel.py

check: lint types check-generated test check-wheel ## Everything that CI checks

format: .venv/.installed ## Format, and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what the other targets made
	rm -rf .venv .venv-bench .venv-document build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
