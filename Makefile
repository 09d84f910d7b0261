# `make run` opens the program, `make test` tests it; both make their own virtual environment first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO ?= demo-out
# More options for pip, such as --extra-index-url with PyTorch's index of CPU builds.
PIP_ARGS ?=
BENCH ?=

.PHONY: run test lint format bench figures thumbnails wheel clean install
.DEFAULT_GOAL := run

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Neural Playground needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "No virtual environment could be made. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Installing Neural Playground into $(VENV) (a few minutes the first time) …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt $(PIP_ARGS) -e '.[dev]'
	@touch $(STAMP)

# Without a display `playground` exits 2; then the window drives itself off screen and leaves its results in a folder.
run: $(STAMP)
	@$(BIN)/playground; status=$$?; \
	if [ $$status -eq 2 ]; then $(BIN)/playground demo --out $(DEMO); else exit $$status; fi

# On all cores, so each process computes on one; to debug a test: make test PYTEST_ARGS="-n 0 -k its_name"
test: $(STAMP)
	@OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist loadfile $(PYTEST_ARGS)

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(STAMP)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# All of them, or some: make bench BENCH="startup event_loop"
bench: $(STAMP)
	@$(BIN)/python -m benchmarks $(BENCH)

figures: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m docs.make_figures

thumbnails: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m docs.make_thumbnails

wheel: $(STAMP)
	@$(BIN)/python -m build --outdir dist .

clean:
	rm -rf build dist demo-out benchmarks/out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find playground tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
