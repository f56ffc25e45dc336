# Two commands do everything: `make run` sets up and shows what councilgraph does, `make test` checks it.
# Set-up goes into .venv and is done again only when a lock or pyproject.toml changes.

PYTHON ?= python3
BIN = .venv/bin

.PHONY: help run test test-all bench docs samples lock clean

help:
	@echo "make run       environment, then councilgraph demo"
	@echo "make test      lint, types and tests (about four minutes on two cores)"
	@echo "make test-all  also what takes long or needs Java, a browser, npm or large data"
	@echo "make bench     figures beside those of others (needs ../shared)"
	@echo "make docs      write the generated pages and modules again"
	@echo "make samples   set the fictional reports again from their sources"
	@echo "make lock      pin the newest versions that fit (needs uv)"

run: .venv/run
	$(BIN)/councilgraph demo
	@echo "The command is .venv/bin/councilgraph; after  . .venv/bin/activate  it is councilgraph."

test: .venv/dev
	$(BIN)/python -m compileall -q src
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q -n $$(($$(nproc) + 1)) --dist worksteal

test-all: .venv/dev
	$(BIN)/pytest -q -m "heavy or not heavy"

bench: .venv/dev
	$(BIN)/python benchmarks/reading.py ../shared/corpus/reports
	$(BIN)/python benchmarks/build.py ../shared/corpus/reports
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/export.py
	$(BIN)/python benchmarks/page.py

docs: .venv/dev
	$(BIN)/python ontology/make_namespaces.py
	$(BIN)/python docs/make_pages.py

samples: .venv/dev
	$(BIN)/python -m councilgraph.samples.make

lock:
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --python-version 3.11 --extra build pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv demo dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "councilgraph needs Python 3.11 or later: make PYTHON=python3.12 …"; exit 2; }
	@$(PYTHON) -c "import venv, ensurepip" || { echo "Python's venv is missing; on Debian: apt install python3-venv"; exit 2; }
	$(PYTHON) -m venv .venv

.venv/run: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
