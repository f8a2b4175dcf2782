"""The steps behind `build --check`: read what was published, build it again in memory, and tell the difference."""

import sys
from dataclasses import replace

from frivilligrapport.cli.building import Place, made_of, manifest_for, nothing_to_build
from frivilligrapport.cli.exits import ExitCode
from frivilligrapport.pipeline.caching import NO_CACHE
from frivilligrapport.pipeline.examining import Findings
from frivilligrapport.pipeline.rechecking import Edition, Recheck, State, order_again, recheck


def as_published(place: Place, then: Edition) -> Place:
    """Ask for what was published."""
    return replace(place, order=order_again(place.order, then.manifest))


def check_again(place: Place, then: Edition, findings: Findings) -> ExitCode:
    """Build again, without the cache, and print each file's state; PROBLEMS when anything is another.

    Raises WrongUse where there is nothing to build, and what `pipeline.building` raises.
    """
    made = made_of(place, findings, NO_CACHE)
    if not made:
        raise nothing_to_build(place)
    found = recheck(Edition(made, manifest_for(place, made)), then, place.order)
    _show(found)
    if found.is_same:
        print("Alt er, som det blev bygget.", file=sys.stderr)
        return ExitCode.OK
    print(f"Byg igen med frivilligrapport build {place.aargang.aar}.", file=sys.stderr)
    return ExitCode.PROBLEMS


def _show(found: Recheck) -> None:
    for name, state in found.files:
        print(f"{name}: {state}")
    if found.sources:
        print("\nDet, rapporten er bygget af, er ikke det samme som dengang:")
        for name, state in found.sources:
            print(f"  {name}: {state}")
    if found.versions:
        print("\nProgrammerne er ikke de samme som dengang:")
        for name, then, now in found.versions:
            print(f"  {name}: {then or State.MISSING}, nu {now or State.MISSING}")
