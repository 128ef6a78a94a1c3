"""TMDB's own codes, which say what became of a request, by the HTTP status that they go with."""

from __future__ import annotations

from collections.abc import Mapping

_CODES: Mapping[int, tuple[int, ...]] = {
    200: (1, 13, 40),
    201: (12,),
    400: (18, 22, 23, 26, 27, 28, 29, 47),
    401: (3, 7, 10, 14, 16, 17, 30, 31, 32, 33, 35, 36, 38, 39),
    403: (8, 45),
    404: (6, 21, 34, 37),  # TMDB sends 21, "Entry not found", with status 200
    405: (4, 42),
    406: (19,),
    422: (5, 20, 41),
    429: (25,),
    500: (11, 15, 44),
    501: (2,),
    502: (43,),
    503: (9, 46),
    504: (24,),
}

STATUS_OF: Mapping[int | None, int] = {code: status for status, codes in _CODES.items() for code in codes}
