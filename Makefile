# Needs only Python 3.11 to 3.13 and make: everything else goes into .venv, in the versions of requirements.lock.

# Settings of the user's that would send an install elsewhere, or a run astray, stop here.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONOPTIMIZE PYTHONWARNINGS PYTHONINSPECT PYTHONUSERBASE PYTHONPLATLIBDIR
unexport VIRTUAL_ENV CONDA_PREFIX __PYVENV_LAUNCHER__
unexport PIP_REQUIRE_VIRTUALENV PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_PYTHON PIP_CONSTRAINT PIP_NO_BINARY PIP_DRY_RUN
unexport PIP_REQUIRE_HASHES PIP_NO_DEPS PIP_REQUIREMENT PIP_EDITABLE
unexport UV_SYSTEM_PYTHON UV_PYTHON UV_TARGET UV_PREFIX UV_CONSTRAINT UV_OVERRIDE UV_BUILD_CONSTRAINT UV_EXCLUDE UV_NO_BINARY
unexport UV_PROJECT_ENVIRONMENT UV_BREAK_SYSTEM_PACKAGES UV_REQUIRE_HASHES UV_NO_EDITABLE UV_EXCLUDE_NEWER UV_WORKING_DIRECTORY
unexport PYTEST_ADDOPTS PYTEST_PLUGINS MYPYPATH MYPY_CONFIG_FILE_DIR RUFF_CONFIG COVERAGE_PROCESS_START COVERAGE_FILE COVERAGE_RCFILE
unexport MATPLOTLIBRC MPLBACKEND

READY  := .venv/ready
RUN    := .venv/bin/python -P -m
REPORT := reports/libya.toml
JOBS   ?= 2
TESTS  ?=

# An environment that was copied along with its folder, or made with another interpreter than the one now named, is made anew.
ifneq ($(shell cat .venv/place 2>/dev/null),$(CURDIR))
REMAKE := place
endif
ifdef PYTHON
ifneq ($(shell cat .venv/interpreter 2>/dev/null),$(PYTHON))
REMAKE := interpreter
endif
endif

.PHONY: help setup report verify test lint typecheck bench notebooks clean lock always
.DELETE_ON_ERROR:

help: ## show these lines
	@sed -n 's/^\([a-z]*\):[^#]*## /\1|/p' Makefile | awk -F'|' '{ printf "make %-10s %s\n", $$1, $$2 }'

setup: $(READY) ## make .venv with the locked versions (every target below does it by itself)

report: $(READY) ## write reports/libya/ from reports/libya.toml and the articles in seeds/
	@$(RUN) corpus_stats report $(REPORT)

verify: $(READY) ## compare a fresh build, and reports/libya/, with reports/libya.lock.json
	@$(RUN) corpus_stats verify $(REPORT)

test: $(READY) ## run the tests (COVERAGE=1 measures coverage, TESTS=tests/test_house.py runs one file)
	@$(RUN) pytest -n $(JOBS) $(if $(COVERAGE)$(CI),--cov --cov-report=term) $(TESTS)

lint: $(READY) ## check the style of the code with ruff
	@$(RUN) ruff check .
	@$(RUN) ruff format --check --quiet .

typecheck: $(READY) ## check the types with mypy --strict
	@$(RUN) mypy

bench: $(READY) ## measure speed against named tools, in one process
	@$(RUN) pytest -s -p no:xdist tests/benchmarks

notebooks: $(READY) ## run each notebook of reports/notebooks from top to bottom
	@set -e; for source in reports/notebooks/*.py; do \
	    test -e "$$source" || { echo "reports/notebooks holds no notebook"; exit 0; }; \
	    $(RUN) jupytext --quiet --to ipynb "$$source"; \
	    .venv/bin/python -P -c 'from nbclient.cli import main; main()' --inplace "$${source%.py}.ipynb"; \
	done

lock: $(READY) ## remake requirements.lock (UPGRADE=1 takes the newest versions)
	@.venv/bin/uv pip compile --quiet pyproject.toml --python .venv/bin/python --python-version 3.11 \
	    --extra office --extra lang --extra notebook --extra dev $(if $(UPGRADE),--upgrade) \
	    --universal --fork-strategy fewest --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" --output-file requirements.lock

clean: ## remove what make made: .venv, reports/libya/, caches
	@rm -rf .venv reports/libya .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@for source in reports/notebooks/*.py; do rm -f "$${source%.py}.ipynb"; done
	@find corpus_stats tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml $(if $(REMAKE),always)
	@set -e; \
	python=$$(test -z "$(REMAKE)" && .venv/bin/python -c 'import pip' 2>/dev/null && echo kept || true); \
	if test -z "$$python"; then \
	    found=; \
	    for name in $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3 python); do \
	        version=$$("$$name" -I -c 'import platform; print(platform.python_version())' 2>/dev/null) || continue; \
	        found="$${found:+$$found, }$$name $$version"; \
	        case $$version in 3.11.*|3.12.*|3.13.*) python=$$name; break;; esac; \
	    done; \
	    test -n "$$python" || { echo "corpus_stats needs Python 3.11, 3.12 or 3.13; found $${found:-no interpreter}" \
	        "(name one: make PYTHON=/path/to/python)" >&2; exit 1; }; \
	    "$$python" -I -c 'import ensurepip, venv' 2>/dev/null || { echo "$$python has no venv and ensurepip" \
	        "(on Debian: install python3-venv, or name another: make PYTHON=/path/to/python)" >&2; exit 1; }; \
	    echo "making .venv with $$python"; \
	    "$$python" -I -m venv --clear .venv; \
	    printf '%s' "$(PYTHON)" > .venv/interpreter; \
	fi; \
	awk '/^uv==/ { on = 1 } on { print } on && !/\\$$/ { exit }' requirements.lock > .venv/uv.txt; \
	.venv/bin/python -P -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r .venv/uv.txt; \
	.venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock; \
	.venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .; \
	printf '%s' '$(subst ','\'',$(CURDIR))' > .venv/place; \
	touch $@
