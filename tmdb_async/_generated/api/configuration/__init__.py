# Generated from the OpenAPI document by `make generate`; never edited.

"""The operations of the tag `configuration`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import models
from ...types import (
    Detailed,
    DetailedSender,
    Operation,
    Parameter,
    Sender,
)

if TYPE_CHECKING:
    from ...models.configuration import Configuration
    from ...models.country_names import CountryNames
    from ...models.country_timezones import CountryTimezones
    from ...models.department_jobs import DepartmentJobs
    from ...models.spoken_language import SpokenLanguage

DETAILS: Final = Operation(
    name="configuration.details",
    method="GET",
    path="/3/configuration",
    parameters={},
    get_model=lambda: models.Configuration,
)
COUNTRIES: Final = Operation(
    name="configuration.countries",
    method="GET",
    path="/3/configuration/countries",
    parameters={
        "language": Parameter("language", "query", str),
    },
    get_model=lambda: tuple[models.CountryNames, ...],
)
JOBS: Final = Operation(
    name="configuration.jobs",
    method="GET",
    path="/3/configuration/jobs",
    parameters={},
    get_model=lambda: tuple[models.DepartmentJobs, ...],
)
LANGUAGES: Final = Operation(
    name="configuration.languages",
    method="GET",
    path="/3/configuration/languages",
    parameters={},
    get_model=lambda: tuple[models.SpokenLanguage, ...],
)
PRIMARY_TRANSLATIONS: Final = Operation(
    name="configuration.primary_translations",
    method="GET",
    path="/3/configuration/primary_translations",
    parameters={},
    get_model=lambda: tuple[str, ...],
)
TIMEZONES: Final = Operation(
    name="configuration.timezones",
    method="GET",
    path="/3/configuration/timezones",
    parameters={},
    get_model=lambda: tuple[models.CountryTimezones, ...],
)


class ConfigurationResource:
    """The operations of the tag `configuration`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def details(
        self,
    ) -> Configuration:
        """Get where the images are and in which sizes, and the keys of changes.

        It changes so rarely that TMDB asks to keep it for some days.

        TMDB reference: https://developer.themoviedb.org/reference/configuration-details

        Returns:
            The configuration.

        Raises:
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            DETAILS,
            {},
        )

    async def countries(
        self,
        *,
        language: str | None = None,
    ) -> tuple[CountryNames, ...]:
        """Get the countries that TMDB knows.

        TMDB reference: https://developer.themoviedb.org/reference/configuration-countries

        Args:
            language: The language of translated texts, as `xx` or `xx-XX`; en-US where neither the call nor the
                client names one.

        Returns:
            The countries, by code.

        Raises:
            TypeError: An argument is of the wrong type. Nothing was sent.
            ValueError: An argument is out of range or malformed. Nothing was sent.
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            COUNTRIES,
            {
                "language": language,
            },
        )

    async def jobs(
        self,
    ) -> tuple[DepartmentJobs, ...]:
        """Get the departments of a production and the jobs in them.

        They are in English, as in the crew of credits.

        TMDB reference: https://developer.themoviedb.org/reference/configuration-jobs

        Returns:
            The departments with their jobs.

        Raises:
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            JOBS,
            {},
        )

    async def languages(
        self,
    ) -> tuple[SpokenLanguage, ...]:
        """Get the languages that TMDB knows.

        Those that texts are translated into are in `configuration.primary_translations`.

        TMDB reference: https://developer.themoviedb.org/reference/configuration-languages

        Returns:
            The languages.

        Raises:
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            LANGUAGES,
            {},
        )

    async def primary_translations(
        self,
    ) -> tuple[str, ...]:
        """Get the languages that TMDB's texts are translated into.

        Each is a value for `language`.

        TMDB reference: https://developer.themoviedb.org/reference/configuration-primary-translations

        Returns:
            The languages, each with its country, such as `pt-BR`.

        Raises:
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            PRIMARY_TRANSLATIONS,
            {},
        )

    async def timezones(
        self,
    ) -> tuple[CountryTimezones, ...]:
        """Get the time zones that TMDB knows, by country.

        Each zone is a value for `timezone`.

        TMDB reference: https://developer.themoviedb.org/reference/configuration-timezones

        Returns:
            The countries with their time zones.

        Raises:
            RuntimeError: The client is closed, or belongs to another event loop.
            APIConnectionError: No answer came.
            APITimeoutError: No answer came in time.
            AuthenticationError: The credential is missing or not valid (code 7), or the session gives no access
                (code 3 and others).
            NotFoundError: There is nothing with these ids (code 34), or one of them is not valid (code 6).
            RateLimitError: Too many requests in a short time (code 25).
            APIStatusError: Any other failure. One from TMDB's network, in front of the API, may be HTML or empty.
            ResponseError: The answer is a success that is not the model.
        """
        return await self._sender.send(
            TIMEZONES,
            {},
        )


class ConfigurationDetailedResource:
    """The operations of the tag `configuration`, each answering with a `Response`."""

    __slots__ = ("_resource",)

    def __init__(self, sender: Sender) -> None:
        self._resource = ConfigurationResource(DetailedSender(sender))

    details = Detailed(ConfigurationResource.details)
    countries = Detailed(ConfigurationResource.countries)
    jobs = Detailed(ConfigurationResource.jobs)
    languages = Detailed(ConfigurationResource.languages)
    primary_translations = Detailed(ConfigurationResource.primary_translations)
    timezones = Detailed(ConfigurationResource.timezones)
