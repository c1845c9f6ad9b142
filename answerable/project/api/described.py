"""The OpenAPI description as rows of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

#: Names of calls that other rooms wrote without marking them for translation.
ALSO = (_("Items, the newest first"), _("One item"), _("What an item says and said"))


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field of an answer."""

    name: str
    kind: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the page shows it."""

    method: str
    path: str
    name: str
    tag: str
    parameters: tuple[Field, ...]
    answer: tuple[Field, ...]


def calls(schema: Mapping[str, Any]) -> Iterator[Call]:
    """Give every call of the description in its order."""
    shapes = schema.get("components", {}).get("schemas", {})
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            answer = (
                told["responses"]
                .get(200, {})
                .get("content", {})
                .get("application/json", {})
                .get("schema", {})
            )
            yield Call(
                method=method.upper(),
                path=path,
                name=gettext(told.get("summary", "")),
                tag=(told.get("tags") or [""])[0],
                parameters=tuple(
                    Field(row["name"], _kind(row["schema"]), row.get("required", False))
                    for row in told.get("parameters", ())
                ),
                answer=tuple(_fields(answer, shapes)),
            )


def _fields(shape: Mapping[str, Any], shapes: Mapping[str, Any]) -> Iterator[Field]:
    """Give the fields of an answer; those of a list's rows with a dot."""
    named = shapes.get(
        str(shape.get("$ref") or shape.get("items", {}).get("$ref", "")).rsplit("/", 1)[-1], {}
    )
    for name, told in named.get("properties", {}).items():
        inner = told.get("items", {}).get("$ref")
        yield Field(name, _kind(told))
        if inner:
            rows = shapes[inner.rsplit("/", 1)[-1]].get("properties", {})
            yield from (Field(f"{name}[].{row}", _kind(kind)) for row, kind in rows.items())


def _kind(told: Mapping[str, Any]) -> str:
    """Name a type in a word or two."""
    if "anyOf" in told:
        return " | ".join(_kind(one) for one in told["anyOf"])
    kind = str(told.get("format") or told.get("type") or "object")
    return f"{_kind(told['items'])}[]" if kind == "array" and "items" in told else kind
