# Everything goes into .venv. `make run` and `make test` do all their set-up; a second call takes seconds.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps

.PHONY: help run serve test check format html docs dictionary eval train pin soak golden lock clean
help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: .venv/ready  ## annotate raw/ into warehouse/
	$(BIN)/copydesk run

serve: .venv/ready  ## Prefect server, UI and schedule, until Ctrl-C
	$(BIN)/copydesk serve

test: check  ## every quality gate, then all tests
	$(BIN)/python -m pytest

check: .venv/ready-dev  ## the quality gates without the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(BIN)/sqlfluff lint --nocolor sql

format: .venv/ready-dev  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix --nocolor sql

html: .venv/ready-html  ## the extra that reads .html files

docs: .venv/ready-dev  ## the site of the documentation, in build/docs/html; a broken link fails
	$(BIN)/python docs/make_site.py build/docs

dictionary: .venv/ready  ## write docs/data-dictionary.md and docs/settings.md anew
	$(BIN)/python -m copydesk.dictionary

eval: .venv/ready-eval  ## the tables of docs/accuracy.md: our figures beside others'; DATA=folder of bigger sets
	$(BIN)/python eval/measure.py $(if $(DATA),--data '$(DATA)') $(addprefix --task ,$(TASK)) $(if $(WRITE),--write docs/accuracy.md)

train: .venv/ready  ## an English news model from your own texts, see training/README.md; DATA=folder OUT=folder
	@test -n '$(DATA)' -a -n '$(OUT)' || { echo "say make train DATA=folder OUT=folder"; exit 2; }
	$(BIN)/python training/prepare.py '$(DATA)' '$(OUT)'
	$(BIN)/python training/silver.py '$(DATA)' '$(OUT)'
	$(BIN)/python training/train.py '$(OUT)' $(if $(CONFIG),--config '$(CONFIG)')

pin: .venv/ready-dev  ## write the floors of the evaluation gate; LOWER='why' lets one fall
	$(BIN)/python eval/pin.py $(if $(LOWER),--lower '$(LOWER)')

soak: .venv/ready-dev  ## histories, kills and readers, twenty times longer than in CI (about an hour)
	SOAK=20 $(BIN)/python -m pytest -n0 --timeout=0 tests/property/test_store_properties.py tests/property/test_container_properties.py tests/kill

golden: .venv/ready-dev  ## write the golden files anew; review the diff
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/sample_archive/test_golden_articles.py

lock:  ## resolve the requirement locks anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group build -o requirements-build.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.lock pyproject.toml --extra html -o requirements-html.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements-html.lock pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements-dev.lock pyproject.toml --group eval -o requirements-eval.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements-dev.lock --group recipe -o requirements-recipe.lock

clean:  ## remove the environment, Prefect's records and the warehouse
	rm -rf .venv .prefect warehouse/log warehouse/tables warehouse/cache warehouse/warehouse.duckdb

.venv/ready: requirements-build.lock requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || \
		{ echo "copydesk needs Python 3.11 to 3.13: make PYTHON=python3.12 run"; exit 2; }
	@echo "Setting up .venv (once, a minute or two)"
	$(PYTHON) -m venv --clear .venv
	$(PIP) --require-hashes -r requirements-build.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

.venv/ready-eval: .venv/ready-dev requirements-eval.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements-eval.lock
	@touch $@

.venv/ready-html: .venv/ready requirements-html.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements-html.lock
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements-dev.lock
	@touch $@
