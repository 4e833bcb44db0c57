# Every command of the project. `make` on its own lists them.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
RUN_STAMP := .venv/.run-time-installed
DEV_STAMP := .venv/.tools-installed
PORT ?= 8501
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.DEFAULT_GOAL := help
.PHONY: help run test test-quick lint format bench docs screenshots check chromium clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: $(RUN_STAMP) ## Serve the dashboard at http://localhost:8501 (PORT=8600 for another port)
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(DEV_STAMP) chromium ## Run every test, the browser ones included
	$(BIN)/pytest -n 2 --dist worksteal

test-quick: $(DEV_STAMP) ## Run every test that needs no browser
	$(BIN)/pytest -n 2 --dist worksteal --ignore=tests/browser

lint: $(DEV_STAMP) ## Check style, formatting and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check

format: $(DEV_STAMP) ## Put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(DEV_STAMP) ## Measure how fast reading and scoring are
	@for file in benchmarks/bench_*.py; do $(BIN)/python "$$file" || exit 1; done

docs: $(DEV_STAMP) ## Make the generated pages of the documentation again
	$(BIN)/python -m tools.make_docs

screenshots: $(DEV_STAMP) chromium ## Photograph every page, two sizes, light and dark, into screenshots/
	$(BIN)/python -m tools.screenshots screenshots

check: ## Run lint and test, both to the end, and count what failed
	@failed=0; for target in lint test; do $(MAKE) --no-print-directory $$target || failed=$$((failed + 1)); done; \
	echo "check: $$failed of 2 failed"; [ $$failed -eq 0 ]

clean: ## Remove what the commands made (.venv included)
	rm -rf .venv screenshots build .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv .venv

$(RUN_STAMP): requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet -r requirements.txt
	@touch $@

$(DEV_STAMP): requirements-dev.txt $(RUN_STAMP)
	$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	@touch $@

chromium: # Install a browser by apt where there is none
ifeq ($(CHROMIUM),)
	$(SUDO) apt-get update -qq
	$(SUDO) apt-get install -y -qq --no-install-recommends chromium
endif
