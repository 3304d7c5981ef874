# make run      a training vault and its paper; the application, if there is a screen
# make test     every gate, in order of speed
# make package  the one-folder program, checked by itself, and a Debian package of it
# make lock     the newest versions of everything pyproject.toml asks for, pinned with their hashes
# Each does its own set-up. PYTHON=python3.12 chooses the interpreter of a new environment.

.PHONY: run test package lock
PY := .venv/bin/python
LOCK := $(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --only-binary :all: --upgrade \
	--strip-extras --annotation-style line --custom-compile-command "make lock" pyproject.toml
export PYTHON

run:
	@./holdfast demo

test:
	@installer/set-up test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
	$(PY) -m mypy
	$(PY) -m mypy installer/*.py
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -o faulthandler_timeout=240 -o faulthandler_exit_on_timeout=true -n auto --dist loadfile --no-loadscope-reorder

package:
	@installer/set-up package
	$(PY) installer/package.py

lock:
	@installer/set-up test
	$(LOCK) -o requirements.txt
	$(LOCK) --extra dev -c requirements.txt -o requirements-dev.txt
