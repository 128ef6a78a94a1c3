"""An async-first, fully typed client for The Movie Database (TMDB) that keeps TMDB's limits for you.

This product uses the TMDB API but is not endorsed or certified by TMDB.
"""

from ._generated.api import EpisodeCredits
from ._generated.types import Answers, AnyOf, Response, any_of
from ._version import __version__
from .bulk import Bulk, Failure, Outcome, Success
from .calls.stats import Stats
from .client import TMDB
from .errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    TMDBError,
    UnprocessableEntityError,
)
from .serialize import from_dict, from_json, to_dict, to_json

__all__ = [
    "TMDB",
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "Answers",
    "AnyOf",
    "AuthenticationError",
    "BadRequestError",
    "Bulk",
    "ConfigurationError",
    "EpisodeCredits",
    "Failure",
    "NotFoundError",
    "Outcome",
    "PermissionDeniedError",
    "RateLimitError",
    "Response",
    "ResponseError",
    "ServerError",
    "Stats",
    "Success",
    "TMDBError",
    "UnprocessableEntityError",
    "__version__",
    "any_of",
    "from_dict",
    "from_json",
    "to_dict",
    "to_json",
]
