#!/bin/sh
# Remake requirements/*.lock from pyproject.toml, for Python 3.11 and newer on every system, each file with its hashes.
#
# Run from the repository's top, by `make lock`. What is locked already stays as it is; `make lock UPGRADE=1` renews all.
# runtime.lock is what a user gets; full.lock that, the check of PDFs and what builds the wheel; dev.lock all of it and the
# tools. Each package has the same version in all three.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

.venv/bin/python -m venv "$folder"
"$folder/bin/python" -m pip --disable-pip-version-check install -qq 'uv==0.13.9'

compile() {
    output=$1
    shift
    # The ordinary registry only, whatever this machine is set up to use; and its address stays out of the file.
    env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS "$folder/bin/python" -m uv pip compile --quiet --no-config \
        --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command 'make lock' ${UPGRADE:+--upgrade} "$@" --output-file "$output" pyproject.toml
}

compile requirements/dev.lock --extra pdfkontrol --group byg --group dev
compile requirements/full.lock --extra pdfkontrol --group byg --constraint requirements/dev.lock
compile requirements/runtime.lock --constraint requirements/dev.lock
