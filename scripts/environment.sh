#!/bin/sh
# Make .venv hold exactly what requirements/dev.lock says, with this checkout installed in it.
#
# Run from the repository's top, by the Makefile. Costs nothing when nothing has changed: two stamp files keep what the
# environment was made from. The place is part of it, since an installed package points at where the checkout lay.
# PYTHON=… chooses the interpreter, by name (`make test PYTHON=python3.12`). Needs nothing but a POSIX shell and Python 3.11 or newer.
set -eu

packages_stamp=.venv/packages.stamp
project_stamp=.venv/project.stamp

say() { printf '%s\n' "$*" >&2; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Trying each name by running it matters: a version manager's stand-in exists on the path and still cannot start.
find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    found=$("${PYTHON:-python3}" --version 2>/dev/null || echo ingen)
    say "Der skal bruges Python 3.11 eller nyere, og den findes ikke her. Fundet: $found."
    say "Hent den på python.org, eller på Debian og Ubuntu: sudo apt-get install python3 python3-venv"
    exit 1
}

# Debian keeps the part of Python that makes virtual environments in a package of its own.
require_ensurepip() {
    if "$1" -c 'import ensurepip' 2>/dev/null; then return; fi
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ]; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends "$package"
        return
    fi
    # What the report needs besides is told at the same time.
    libraries=$("$1" "$(dirname "$0")/system_libraries.py" --packages)
    say "Python på denne maskine kan ikke lave virtuelle miljøer. Kør denne kommando, og prøv igen:"
    say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $package${libraries:+ $libraries}"
    say "Må du ikke selv installere programmer, så send kommandoen til den, der passer maskinen."
    exit 1
}

install() {
    if ! .venv/bin/python -m pip --disable-pip-version-check install -qq "$@"; then
        say "Pakkerne kunne ikke installeres; grunden står ovenfor. Er der forbindelse til nettet?"
        exit 1
    fi
}

packages_state=$(cksum requirements/dev.lock)
project_state="$packages_state $(cksum pyproject.toml) $PWD"

if ! is_new_enough .venv/bin/python || [ "$packages_state" != "$(cat "$packages_stamp" 2>/dev/null)" ]; then
    python=$(find_python)
    require_ensurepip "$python"
    say "Gør det virtuelle miljø .venv klar. Det tager omkring et minut og sker kun, når pakkerne er ændret."
    "$python" -m venv --clear .venv
    install --no-deps --require-hashes --requirement requirements/dev.lock
    printf '%s\n' "$packages_state" > "$packages_stamp"
fi

if [ "$project_state" != "$(cat "$project_stamp" 2>/dev/null)" ]; then
    install --no-deps --no-build-isolation --editable .
    # The way to src/ seen from the packages: a whole path with an æ in it stops Python 3.11 and 3.12 under LC_ALL=C.
    for way in .venv/lib/python3*/site-packages/_frivilligrapport.pth; do
        printf '../../../../src\n' > "$way"
    done
    printf '%s\n' "$project_state" > "$project_stamp"
fi
