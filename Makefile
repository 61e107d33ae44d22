# Each target is a plain command. Needs python3 (3.11+), pip and make.
PY ?= python3
UV := .tools/bin/uv
export UV_PYTHON_DOWNLOADS = never
export UV_PYTHON_PREFERENCE = only-system
BIN := .venv/bin

.PHONY: setup setup-dev demo run test check fix docs bench clean

setup: .venv/.ok
setup-dev: .venv/.okdev

$(UV): requirements/tools.txt
	$(PY) -m pip install -q --target .tools --upgrade --require-hashes -r requirements/tools.txt
	@touch $@

.venv/bin/python: | $(UV)
	$(UV) venv -q --python $(PY) .venv

.venv/.ok: requirements/run.txt pyproject.toml | .venv/bin/python
	$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements/run.txt
	$(UV) pip install -q --python $(BIN)/python --no-deps -e .
	@touch $@

.venv/.okdev: requirements/dev.txt .venv/.ok
	$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

demo: setup            ## a running Sightline with the demonstration world on http://localhost:8000
	$(BIN)/sightline demo

run: setup             ## the product itself, on the database named by the settings
	$(BIN)/sightline serve

test: setup-dev        ## everything: floors, types of lint, both databases, journeys
	$(BIN)/python -m tests.run

check: setup-dev       ## lint and floors only
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

fix: setup-dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

docs: setup-dev        ## write the generated reference again
	$(BIN)/sightline reference docs/reference

bench: setup-dev
	$(BIN)/python -m bench

clean:
	rm -rf .venv .tools var
