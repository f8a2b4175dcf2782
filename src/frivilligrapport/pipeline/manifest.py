"""What an edition was made of, written beside it as JSON: every file by its SHA-256, and every version."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.templates import SKABELONER
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.pipeline.versions import versions
from frivilligrapport.rendering.templates.sources import BUILT_IN, builtin_folder

MANIFEST = "manifest.json"
_FONTS = f"{BUILT_IN}fonts/"
_SHIPPED = (".css", ".j2", ".woff2")


class _Part(BaseModel):
    # A later edition of the program may say more; what it says of the same things must be the same.
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="ignore")


class Output(_Part):
    """State a file that was made."""

    size: int = Field(alias="bytes")
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> "Output":
        """State what was made."""
        return cls(size=len(data), sha256=_sum(data))


class Commit(_Part):
    """State which commit of git the work folder was at; `is_clean` when nothing in it was changed since."""

    commit: str
    is_clean: bool = Field(alias="uden_ændringer")


class Manifest(_Part):
    """State what an edition was made of. Files are named below the work folder, or `indbygget/` for the program's own.

    It holds no time, no path of the machine's and nobody's name.
    """

    format: Literal[1] = Field(1, alias="manifest")
    aar: int = Field(alias="år")
    draft: bool = Field(alias="udkast")
    inputs: Mapping[str, str] = Field(alias="indberetninger")
    templates: Mapping[str, str] = Field(alias="skabeloner")
    fonts: Mapping[str, str] = Field(alias="skrifter")
    outputs: Mapping[str, Output] = Field(alias="filer")
    versions: Mapping[str, str] = Field(alias="versioner")
    commit: Commit | None = Field(alias="git")

    @property
    def sources(self) -> dict[str, str]:
        """Give the SHA-256 of everything it was made of, by name."""
        return {**self.inputs, **self.templates, **self.fonts}

    def joined(self, before: "Manifest | None") -> "Manifest":
        """Add what an earlier build made of the very same: one document or format at a time is still one edition."""
        if before is None or before.model_copy(update={"outputs": self.outputs, "commit": self.commit}) != self:
            return self
        return self.model_copy(update={"outputs": {**before.outputs, **self.outputs}})

    def to_json(self) -> bytes:
        """Write it with its keys in order; UTF-8, with a last newline."""
        content = self.model_dump(mode="json", by_alias=True)
        return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def read_manifest(data: bytes) -> Manifest | None:
    """Read a manifest; None when it is none, or one of a form that is not known here."""
    try:
        return Manifest.model_validate_json(data)
    except ValidationError:
        return None


def manifest_of(
    samling: Samling,
    aargang: Aargang,
    templates: Mapping[str, bytes],
    made: Mapping[str, bytes],
    commit: Commit | None,
    *,
    draft: bool,
) -> Manifest:
    """State what an edition was made of; `templates` are the work folder's own files by name, `made` what came out.

    The files of later years are left out: no report looks ahead.
    """
    shipped = dict(_shipped())
    own = {f"{SKABELONER}/{name}": _sum(data) for name, data in templates.items()}
    return Manifest(
        aar=aargang.aar,
        draft=draft,
        inputs=dict(_inputs(samling, aargang.aar)),
        templates=own | {name: one for name, one in shipped.items() if not name.startswith(_FONTS)},
        fonts={name: one for name, one in shipped.items() if name.startswith(_FONTS)},
        outputs={name: Output.of(data) for name, data in made.items()},
        versions=versions(),
        commit=commit,
    )


def _inputs(samling: Samling, year: int) -> Iterator[tuple[str, str]]:
    later = tuple(f"{INDBERETNINGER}/{one.aar}/" for one in samling.aargange if one.aar > year)
    for name, original in samling.originals.items():
        if not name.startswith(later):
            yield name, _sum(original.data)
    if samling.logo and samling.logo.data is not None:
        yield samling.logo.file, _sum(samling.logo.data)


def _shipped() -> Iterator[tuple[str, str]]:
    """Give what comes with the program, and the templates of document types from other packages."""
    folder = builtin_folder()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _SHIPPED:
            yield f"{BUILT_IN}{path.relative_to(folder).as_posix()}", _sum(path.read_bytes())
    for kind in document_types():
        for name, text in kind.templates.items():
            yield f"{kind.name}/{name}", _sum(text.encode())


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
