# `make` alone tells what there is. Everything needed is set up on the way: only Python 3.11 or newer, make and git must
# be there. Paths are relative and tools run as `python -m`, so that the checkout may lie in a folder with a space in its
# name (a script's first line cannot hold one).

PY := .venv/bin/python
# Each process takes its share of the tests in order, so that what several tests read is made once in each.
PYTEST := $(PY) -m pytest --numprocesses auto --dist worksteal
YEAR ?= 2014

.DEFAULT_GOAL := help
.PHONY: help report wheel formular-runtime test test-all coverage test-slow check format docs lock clean environment libraries slow-tools

help: ## viser denne oversigt
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s%s\n", $$1, $$2 }' Makefile

report: environment libraries ## bygger rapporten for 2014 i udgivelser/2014/ (YEAR=… vælger et andet år)
	@$(PY) -m frivilligrapport build $(YEAR)

wheel: environment ## laver programmet, og det skemaer kører i, som to filer i dist/, til at installere med pip
	@$(PY) -m build --wheel --no-isolation --outdir dist .
	@$(PY) scripts/formular_runtime.py --wheel

formular-runtime: environment ## henter og laver det, som skemaer kører i (kræver Node.js)
	@$(PY) scripts/formular_runtime.py

test: environment libraries ## kører de test, man vil have efter hver ændring
	@$(PYTEST) -m "not full and not slow" --hypothesis-profile short

test-all: environment libraries ## kører alle test undtagen de langsomme: også processer, PDF og flere eksempler
	@$(PYTEST) -m "not slow"

coverage: environment libraries ## måler, hvor meget af programmet test-all når (tager dobbelt så lang tid)
	@$(PYTEST) -m "not slow" --cov

test-slow: environment slow-tools libraries formular-runtime ## kører de langsomme test (henter først browser, Java og npm-pakker)
	@$(PYTEST) -m slow

check: environment ## kontrollerer stil, typer og importretning
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

format: environment ## retter koden til husets stil
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

docs: environment ## skriver de sider i docs/, som programmet selv kender indholdet af
	@$(PY) scripts/write_docs.py

lock: environment ## låser pakkernes versioner på ny (make lock UPGRADE=1 fornyer dem alle)
	@UPGRADE='$(UPGRADE)' sh scripts/lock.sh

clean: ## sletter alt, hvad der kan laves igen, også .venv og udgivelser/
	@rm -rf .venv .tools build dist udgivelser htmlcov .coverage .coverage.* .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@sh scripts/environment.sh

libraries: environment
	@$(PY) scripts/system_libraries.py

slow-tools: environment
	@$(PY) scripts/fetch_slow_tools.py
