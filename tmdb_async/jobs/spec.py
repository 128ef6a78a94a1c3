"""What a job asks for, the same for all of its items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import msgspec

from tmdb_async._generated.types import Operation, Parameter, Secret
from tmdb_async.calls.decode import decode
from tmdb_async.calls.source import read, source_of
from tmdb_async.calls.values import check_language, in_query, items, numbers
from tmdb_async.operations import find_operation, options_of, parse_value

from .plans import PagesPlan, Plan, SeriesPlan

Form: TypeAlias = Literal["single", "pages", "series"]

_LANGUAGE = "en-US"  # TMDB's own, where none is asked for
_PAGE = "page"
_SAID: Mapping[Form, str] = {"single": "", "pages": ", all pages", "series": ", by series"}


@dataclass(frozen=True)
class Spec:
    """An operation, what it is called with beside the items, and how many requests make an answer."""

    operation: Operation[Any]
    language: str | None
    """The language of the answers; None where the operation has none."""
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])
    """The other parameters, as they stand in the query."""
    form: Form = "single"
    """Whether an answer is what one request brings, all pages of a list, or all that is put together for a series."""

    @classmethod
    def checked(cls, name: str, *, language: str | None, parameters: Mapping[str, Any] | None, form: Form) -> Spec:
        """Return what a job is to ask for.

        Raises:
            TypeError: A parameter is of the wrong type.
            ValueError: There is no such operation or parameter, or the operation writes; a parameter is missing, out of
                range or malformed; or the operation has no language, no pages, or is not had by series.
        """
        operation = find_operation(name)
        if operation.method != "GET":
            raise ValueError(f"{name} is nothing for a job: it writes")
        if language is not None:
            if "language" not in operation.query_parameters:
                raise ValueError(f"{name} takes no language")
            check_language(language)
        elif "language" in operation.query_parameters:
            language = _LANGUAGE
        if form == "pages" and not operation.paged:
            raise ValueError(f"{name} has no pages")
        if form == "series" and operation.assembly is None:
            raise ValueError(f"{name} is not had by series: TMDB does not append its answers to a series")
        return cls(operation, language, _texts(operation, parameters or {}, form), form)

    @classmethod
    def kept(cls, operation: str, language: str | None, parameters: str, form: Form) -> Spec:
        """Return what a job file says.

        Raises:
            ValueError: There is no such operation any more.
        """
        return cls(find_operation(operation), language, msgspec.json.decode(parameters), form)

    def columns(self) -> dict[str, str | None]:
        """Return it as a job file says it."""
        return {
            "operation": self.operation.name,
            "language": self.language,
            "parameters": msgspec.json.encode(self.parameters, order="sorted").decode(),
            "form": self.form,
        }

    @property
    def asked(self) -> Operation[Any]:
        """The operation that is called, whose arguments the items are."""
        return source_of(self.operation) if self.form == "series" else self.operation

    def plan(self) -> Plan | None:
        """Return which requests make up an answer; None where it is one."""
        if self.form == "series":
            return SeriesPlan(self.operation)
        return PagesPlan() if self.form == "pages" else None

    def read(self, body: bytes) -> Any:
        """Return the model of one body.

        Raises:
            ResponseError: It is no model of what is called.
        """
        return read(self.operation, body) if self.form == "series" else decode(self.operation.model, body)

    def sessions(self, given: Mapping[str, Secret]) -> list[tuple[str, Secret]]:
        """Return the sessions that the calls are made with, of those that a client has."""
        operation = self.asked
        parts = items(self.parameters.get("append_to_response"))
        if not operation.needs_session and not any(
            each.needs_session and (each.name in parts or each.argument in self.parameters) for each in operation.parts
        ):
            return []
        return [(name, session) for name, session in given.items() if name in operation.query_parameters]

    @property
    def keywords(self) -> dict[str, Any]:
        """What each call is given beside the item."""
        given = {
            name: parse_value(name, text, self.operation.parameters[name]) for name, text in self.parameters.items()
        }
        return given if self.language is None else {**given, "language": self.language}

    def __str__(self) -> str:
        words = [self.operation.name, *(f"{name}={text}" for name, text in sorted(self.parameters.items()))]
        spoken = "" if self.language is None else f" in {self.language}"
        return f"{' '.join(words)}{_SAID[self.form]}{spoken}"


def _texts(operation: Operation[Any], given: Mapping[str, Any], form: Form) -> dict[str, str]:
    known = {name: each for name, each in options_of(operation).items() if name != "language"}
    if form == "pages":
        del known[_PAGE]
    for name in given:
        if name not in known:
            raise ValueError(f"a job of {operation.name} has no parameter {name!r}: there are {', '.join(known)}")
    missing = [name for name, each in known.items() if each.required and given.get(name) is None]
    if missing:
        raise ValueError(f"{operation.name} needs {' and '.join(missing)}")
    return {name: _text(name, value, known[name]) for name, value in given.items() if value is not None}


def _text(name: str, value: object, parameter: Parameter) -> str:
    if parameter.place == "append":
        return ",".join(map(str, numbers(name, value, parameter)))
    return str(in_query(name, value, parameter))
