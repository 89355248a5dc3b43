# Everything runs in .venv, which is made on first use and again only when what it is made from has changed.
PYTHON ?= python3
CORPUS ?= seeds
BASE ?= HEAD
HEAD ?=
SETS ?=
TEXT ?=
MUTATIONS ?=
SECONDS ?= 60
# Some tests wait for notebooks and browsers: one process more than there are cores fills the time.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
PYTHONS ?=
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help report test lab lint notebooks read changes golden rules mutations fuzz kills wheels lock sbom audit clean

help:
	@echo "make report [CORPUS=path]  write the reports of a folder or file of articles into reports/"
	@echo "make lab                   open the notebooks in JupyterLab"
	@echo "make test                  run all tests, the notebooks' included"
	@echo "make lint                  check style and types"
	@echo "make notebooks             run the notebooks and store their outputs"
	@echo "make read TEXT='12 died.'  show what is read in a text, else in the input, and by which rules"
	@echo "make changes [BASE=commit] [HEAD=commit] [SETS='seeds gva']  show each row of the tables that differs"
	@echo "make golden [SETS=...]     store what is found in each article, to which the tests hold it"
	@echo "make rules [SETS=...]      list every rule with how often it decides"
	@echo "make mutations             break rules and branches by chance, and show what no test notices"
	@echo "make fuzz [SECONDS=60]     read broken files and composed texts, and show what breaks on them"
	@echo "make kills                 kill runs at random moments, and check what they leave"
	@echo "make wheels [PYTHONS=...]  install the built project from wheels alone on Python 3.11 to 3.14"
	@echo "make lock                  pin the newest packages anew, with the hashes of their wheels"
	@echo "make sbom                  write a software bill of materials, sbom.json (CycloneDX)"
	@echo "make audit                 look the pinned packages up among known vulnerabilities"
	@echo "make clean                 remove the environment and caches"

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "make needs Python 3.11.5 or later")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

report: $(READY)
	$(BIN)/crossread report "$(CORPUS)"

test: $(READY)
	$(BIN)/python -m pytest --numprocesses=$(WORKERS)

lab: $(READY)
	$(BIN)/jupyter lab notebooks

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

notebooks: $(READY)
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.record_timing=False notebooks/*.ipynb

read: $(READY)
	@$(BIN)/python -m tests.golden.read $(if $(TEXT),"$(TEXT)")

changes: $(READY)
	@$(BIN)/python -m tests.golden.changes $(BASE) $(HEAD) $(if $(SETS),--sets $(SETS))

golden: $(READY)
	$(BIN)/python -m tests.golden.rewrite $(SETS)

rules: $(READY)
	@$(BIN)/python -m tests.golden.rules $(SETS)

mutations: $(READY)
	$(BIN)/python -m tests.mutations.run $(MUTATIONS)

fuzz: $(READY)
	$(BIN)/python -m tests.fuzz.run --seconds $(SECONDS)

kills: $(READY)
	$(BIN)/python -m tests.faults.kills

wheels: $(READY)
	$(BIN)/python -m tests.supply.wheels $(if $(PYTHONS),--pythons $(PYTHONS))

# Tools that look at the environment stand in one of their own.
.supply/.ready:
	$(PYTHON) -m venv .supply
	.supply/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom pip-audit uv
	@touch $@

lock: .supply/.ready
	.supply/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11.5 --only-binary :all: \
		--generate-hashes --no-annotate --no-header --upgrade --quiet --output-file constraints.txt

sbom: $(READY) .supply/.ready
	.supply/bin/cyclonedx-py environment $(VENV) --of JSON -o sbom.json

audit: .supply/.ready
	.supply/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip

clean:
	rm -rf .fuzz .golden .supply sbom.json $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
