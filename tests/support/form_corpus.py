"""Every file of the examples as somebody with the form has it before them, and what the command line finds in it."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from frivilligrapport.collection.loader import load
from frivilligrapport.problems.reporters.examination import reported_findings
from frivilligrapport.rules.catalogue import RULES
from frivilligrapport.rules.run import examine_files
from support.folders.examples import BASE, read_case, write_files
from support.repository import EXAMPLES, REPOSITORY

SPOILT = sorted(
    path
    for folder in ("ugyldige", "genopretning", "rettelser", "skema")
    for path in (EXAMPLES / folder).rglob("*.yaml")
)
CASES = sorted((EXAMPLES / "regler").rglob("*.yaml"))
_OTHERS = frozenset(rule.kind.code for rule in RULES if rule.needs_others)
_STI = "indberetninger/2014/tmf.yaml"


class Question(NamedTuple):
    """A file as it is opened in the form, and what is found in it by the command line, others' files apart."""

    name: str
    asked: Mapping[str, Any]
    found: tuple[tuple[Any, ...], ...]


def spoilt(folder: Path, paths: list[Path] = SPOILT) -> Iterator[Question]:
    """Yield a question for each example of a slip, in a folder of two forvaltninger."""
    write_files(folder, BASE)
    files = _near(folder, _STI)
    for path in paths:
        data = path.read_bytes()
        name = path.relative_to(EXAMPLES).as_posix()
        yield Question(name, _asked(_STI, data, files), _found(folder, _STI, {_STI: data}))


def cases(folder: Path, paths: list[Path] = CASES) -> Iterator[Question]:
    """Yield a question for each status file of each case of a rule."""
    for path in paths:
        for number, setup in enumerate(read_case(path.read_text(encoding="utf-8")).setups):
            root = folder / path.stem / f"{path.parent.name}-{number}"
            for delivery in write_files(root, setup.files).aargange:
                for one in delivery.indberetninger:
                    data = (root / one.file).read_bytes()
                    name = f"{path.relative_to(EXAMPLES).as_posix()} {number} {one.file}"
                    yield Question(name, _asked(one.file, data, _near(root, one.file)), _found(root, one.file, {}))


def real() -> Iterator[Question]:
    """Yield a question for each status file that was handed in."""
    for aargang in load(REPOSITORY).aargange:
        for one in aargang.indberetninger:
            data = (REPOSITORY / one.file).read_bytes()
            yield Question(
                one.file, _asked(one.file, data, _near(REPOSITORY, one.file)), _found(REPOSITORY, one.file, {})
            )


def data_of(page: str) -> Any:
    """Read what a form's page is told."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def told(answer: Mapping[str, Any]) -> tuple[tuple[Any, ...], ...]:
    """Give what an answer says is wrong as `Question` does."""
    return tuple(
        (
            one["kode"],
            one["alvor"],
            one["linje"],
            one["kolonne"],
            one["til_kolonne"],
            one["besked"],
            one["råd"],
            tuple(instead["tekst"] for instead in one["erstatninger"]),
        )
        for one in answer["fund"]
    )


def _asked(sti: str, data: bytes, files: Mapping[str, str]) -> Mapping[str, Any]:
    return {"gør": "åbn", "sti": sti, "data": b64encode(data).decode(), "filer": files}


def _near(root: Path, sti: str) -> dict[str, str]:
    """Read the files that the form brings with it."""
    top, year, name = sti.split("/")
    before = f"{top}/{int(year) - 1}"
    wanted = (f"{top}/kommune.yaml", f"{top}/{year}/rapport.yaml", f"{before}/rapport.yaml", f"{before}/{name}")
    policies = sorted(one.relative_to(root).as_posix() for one in (root / top / "politik").glob("*.yaml"))
    found = (one for one in (*wanted, *policies) if (root / one).is_file())
    return {one: (root / one).read_bytes().decode("utf-8", "replace") for one in found}


def _found(root: Path, sti: str, replaced: Mapping[str, bytes]) -> tuple[tuple[Any, ...], ...]:
    samling = load(root, replaced)
    found = [one for one in examine_files(samling, (sti,)).open if one.code not in _OTHERS]
    return tuple(
        (one.code, str(one.severity), one.line, one.column, one.end_column, one.message, one.hint, one.instead)
        for one in reported_findings(found, samling.sources)
    )
