from __future__ import annotations

import gzip
import json
import random
import zlib

import pytest

from tmdb_async import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    ServerError,
    UnprocessableEntityError,
)
from tmdb_async.calls.decode import decode, status_error, tells_of_failure, unpack
from tmdb_async.models import Gender, Rating, TvSeasonAccountStates, TvSeriesCredits
from tmdb_async.transports.transport import BODY_LIMIT

SERIES = '{"id":1,"cast":[],"crew":[{"id":1,"name":"Žižek \\u00e9","department":"","job":"","credit_id":"a"}]}'.encode()
NOT_FOUND = b'{"success":false,"status_code":34,"status_message":"The resource you requested could not be found."}'


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b"", "$"),
        (b"[]", "$"),
        (b"null", "$"),
        (b"{", "$"),
        (b'{"id":1,"cast":[],"crew":[]}trailing', "$"),
        (b'\xff\xfe{"id":1}', "$"),
        (b'{"id":1,"cast":[],"crew":[{"id":1,"name":"\xff","department":"","job":""}]}', "$"),
        (b'{"cast":[],"crew":[]}', "$"),
        (b'{"id":"1","cast":[],"crew":[]}', "$.id"),
        (b'{"id":null,"cast":[],"crew":[]}', "$.id"),
        (b'{"id":1,"cast":[{"id":1,"name":null,"credit_id":"a","character":""}],"crew":[]}', "$.cast[0].name"),
        (NOT_FOUND, "$"),
        (b'{"id":1,"x":' + b"[" * 100_000, "$"),
    ],
)
def test_a_body_that_is_not_the_model_names_the_place_and_keeps_the_body(body: bytes, path: str) -> None:
    """Whatever a success holds, it is the model or a ResponseError with the JSON path and the untouched body."""
    with pytest.raises(ResponseError) as caught:
        decode(TvSeriesCredits, body)
    assert caught.value.path == path
    assert caught.value.body == body
    assert path in str(caught.value)


@pytest.mark.parametrize("rated", [b"true", b"null", b"8.5", b"{}", b'"false"', b"[]", b'{"value":"8"}'])
def test_rated_is_false_or_a_rating_and_nothing_else(rated: bytes) -> None:
    """TMDB sends `false` or an object; anything else is named by its place."""
    body = b'{"id":1,"results":[{"id":2,"episode_number":1,"rated":' + rated + b"}]}"
    with pytest.raises(ResponseError) as caught:
        decode(TvSeasonAccountStates, body)
    assert caught.value.path.startswith("$.results[0].rated")


def test_a_rating_may_be_a_whole_number() -> None:
    """`rated` is `False`, or a rating whose value is a float also where TMDB sends an integer."""
    body = {
        "id": 1,
        "results": [{"id": n, "episode_number": n, "rated": r} for n, r in enumerate([False, {"value": 9}])],
    }
    states = decode(TvSeasonAccountStates, json.dumps(body).encode())
    assert [state.rated for state in states.results] == [False, Rating(value=9.0)]


@pytest.mark.parametrize(
    ("status", "cls"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, ServerError),
        (502, ServerError),
        (503, ServerError),
        (520, ServerError),
        (599, ServerError),
        (302, APIStatusError),
        (304, APIStatusError),
        (405, APIStatusError),
        (418, APIStatusError),
        (600, APIStatusError),
    ],
)
def test_each_status_has_its_class(status: int, cls: type[APIStatusError]) -> None:
    """The status alone decides the class, known or not."""
    error = status_error(status, {"x": "y"}, NOT_FOUND)
    assert type(error) is cls
    assert (error.status, error.code, error.headers, error.body) == (status, 34, {"x": "y"}, NOT_FOUND)
    assert error.message == "The resource you requested could not be found."
    assert str(error) == f"The resource you requested could not be found. (HTTP {status}, TMDB code 34)"


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (b'{"errors":["page must be greater than 0"]}', None, "page must be greater than 0"),
        (b'{"success":false,"errors":["a","b"]}', None, "a b"),
        (
            b'{"status_code":18,"status_message":"Validation failed.","errors":["x is bad"]}',
            18,
            "Validation failed. x is bad",
        ),
        (b'{"status_code":7}', 7, "Bad Gateway"),
        (b"<html><h1>502</h1></html>", None, "Bad Gateway"),
        (b"", None, "Bad Gateway"),
        (b'{"status_code":"7","status_message":[]}', None, "Bad Gateway"),
        (b"[1]", None, "Bad Gateway"),
    ],
)
def test_every_shape_of_failure_has_a_message(body: bytes, code: int | None, message: str) -> None:
    """A code and a message, a list of errors, both, or nothing that we can read: the message always says something."""
    error = status_error(502, {}, body)
    assert (error.code, error.message, error.body) == (code, message, body)


def test_a_status_without_a_name_has_a_message() -> None:
    """Statuses that HTTP does not define come from TMDB's network, as 520 does."""
    assert str(status_error(520, {}, b"")) == "The answer is not a success (HTTP 520)"


def test_a_rate_limit_says_how_long_to_wait() -> None:
    """`retry_after` is in seconds, and None where TMDB does not say."""
    waiting = status_error(429, {"retry-after": "7"}, b"")
    silent = status_error(429, {}, b"")
    assert isinstance(waiting, RateLimitError)
    assert isinstance(silent, RateLimitError)
    assert (waiting.retry_after, silent.retry_after) == (7.0, None)


# Compression.


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> int:
    """A limit that is quickly reached."""
    monkeypatch.setattr("tmdb_async.transports.transport.BODY_LIMIT", 5000)
    return 5000


@pytest.mark.parametrize("body", [b"", b"{}", b"\x1f", b"\x8b\x1f", b"\x78\x9c", SERIES, b" " * BODY_LIMIT])
def test_what_is_not_compressed_is_left_alone(body: bytes) -> None:
    """Without the first two bytes of gzip a body is what it is: the same object, without a copy."""
    assert unpack(body) is body


def test_gzip_is_unpacked_twice_and_no_more() -> None:
    """TMDB's network may compress what is compressed; a third time is no mistake that anyone makes."""
    layers = [SERIES]
    for _ in range(3):
        layers.append(gzip.compress(layers[-1]))
    assert [unpack(layer) for layer in layers[:3]] == [SERIES] * 3
    with pytest.raises(ResponseError, match=r"^The body is compressed more than 2 times$") as caught:
        unpack(layers[3])
    assert (caught.value.path, caught.value.body, caught.value.cut_short) == ("$", b"", False)


def members(*parts: bytes) -> bytes:
    return b"".join(map(gzip.compress, parts))


@pytest.mark.parametrize("cut", [1, 5, 2**17 + 1])
def test_gzip_of_many_members_is_one_body(cut: int) -> None:
    """So says RFC 1952: some tools make one for each block. Empty ones are nothing, and each may be a layer's."""
    whole = b"{%s}" % random.Random(1).randbytes(2**18 if cut > 5 else 500)
    parts = [whole[at : at + cut] for at in range(0, len(whole), cut)]
    assert unpack(members(*parts)) == whole
    assert unpack(members(b"", *parts, b"") + b"\0noise") == whole
    assert unpack(gzip.compress(members(*parts))) == whole


def test_the_last_of_many_members_may_be_cut_short() -> None:
    """As the first may: what was unpacked before is kept."""
    first, second = gzip.compress(SERIES[:50]), gzip.compress(SERIES[50:])
    assert unpack(first + second) == SERIES
    for end in range(2, len(second)):
        with pytest.raises(ResponseError, match=r"^The compressed body ends too early$") as caught:
            unpack(first + second[:end])
        assert caught.value.cut_short
        assert caught.value.body.startswith(SERIES[:50])
    with pytest.raises(ResponseError, match="does not decompress"):
        unpack(first + b"\x1f\x8bnoise and noise")


def test_many_members_share_the_limit(limit: int) -> None:
    """They are one body, whose size counts."""
    assert unpack(members(*[b" " * 500] * 10)) == b" " * limit
    with pytest.raises(ResponseError, match="larger than"):
        unpack(members(*[b" " * 500] * 10, b" "))


def test_a_body_of_very_many_members_is_refused() -> None:
    """It would take minutes, and nobody makes it but to do harm."""
    assert unpack(gzip.compress(b"") * 999 + gzip.compress(SERIES)) == SERIES
    with pytest.raises(ResponseError, match=r"^The body is compressed in more than 1000 members$") as caught:
        unpack(gzip.compress(b"") * 1001)
    assert (caught.value.body, caught.value.cut_short) == (b"", False)


@pytest.mark.parametrize("more", [b"", b"\0" * 100, b"noise", b"\x1f"])
def test_what_follows_gzip_is_ignored(more: bytes) -> None:
    """The compression says itself where it ends."""
    assert unpack(gzip.compress(SERIES) + more) == SERIES


@pytest.mark.parametrize("layers", [0, 1, 2])
@pytest.mark.parametrize("noise", [False, True])
def test_the_limit_is_exact(limit: int, layers: int, noise: bool) -> None:
    """A body may have as many bytes as the limit, and not one more, compressed or not."""
    for size in (limit - 1, limit, limit + 1, 10 * limit):
        whole = bytes(n * n % 251 if noise else 32 for n in range(size))
        body = whole
        for _ in range(layers):
            body = gzip.compress(body)
        if size <= limit:
            assert unpack(body) == whole
        else:
            with pytest.raises(ResponseError, match="larger than") as caught:
                unpack(body)
            assert (caught.value.path, caught.value.cut_short) == ("$", False)


def test_what_is_too_large_under_way_is_too_large(limit: int) -> None:
    """Where the first layer alone is too large, nothing was cut short: another attempt would bring the same."""
    noise = random.Random(1).randbytes(10 * limit)
    with pytest.raises(ResponseError) as caught:
        unpack(gzip.compress(gzip.compress(noise)))
    assert not caught.value.cut_short


def test_of_a_body_that_is_too_large_nothing_compressed_is_kept(limit: int) -> None:
    """As of any other: no secret would be found in it."""
    noise = random.Random(1).randbytes(10 * limit)
    for body in (gzip.compress(noise) + noise, gzip.compress(gzip.compress(noise))):
        with pytest.raises(ResponseError) as caught:
            unpack(body)
        assert b"\x1f\x8b" not in caught.value.body[:2]


@pytest.mark.parametrize("layers", [0, 1, 2])
def test_of_a_body_that_is_too_large_the_beginning_is_kept(layers: int) -> None:
    """An error is kept, logged and pickled: it does not carry 32 MiB. A word that is cut is left out, for it may be a
    part of a secret, which would not be recognised.
    """
    word = b"word \xe9 "
    body = word * (BODY_LIMIT // len(word) + 1)
    for _ in range(layers):
        body = gzip.compress(body, 1)
    with pytest.raises(ResponseError, match=r"^The body is larger than 32 MiB$") as caught:
        unpack(body)
    assert caught.value.body == word * (2**16 // len(word))


@pytest.mark.parametrize("end", [b"", b"cut", b"x" * 5000])
def test_of_a_beginning_no_part_of_a_word_is_kept(end: bytes) -> None:
    """What stands at the place where a body is cut may be a part of a secret."""
    body = (b" " * (2**16 - len(end)) + end).ljust(BODY_LIMIT + 1, b"x")
    with pytest.raises(ResponseError) as caught:
        unpack(body)
    assert caught.value.body == b" " * (2**16 - len(end))


@pytest.mark.parametrize("layers", [1, 2])
def test_gzip_that_ends_too_early_is_cut_short_wherever_it_ends(layers: int) -> None:
    """Another attempt may bring the rest, so each of these is told from a body that is wrong, and its beginning is kept
    as far as it was unpacked.
    """
    inside = SERIES if layers == 1 else gzip.compress(SERIES)
    body = gzip.compress(inside)
    kept: set[bytes] = set()
    for end in range(2, len(body)):
        with pytest.raises(ResponseError, match=r"^The compressed body ends too early$") as caught:
            unpack(body[:end])
        assert (caught.value.path, caught.value.cut_short) == ("$", True)
        kept.add(caught.value.body)
    assert len(kept) > 10
    assert all(inside.startswith(part) for part in kept)


def test_what_does_not_decompress_says_why() -> None:
    """Bytes that changed on the way, and what only begins like gzip: the error has the reason as its cause, and none of
    the bytes, in which no secret would be found.
    """
    whole = gzip.compress(SERIES)
    changed = [whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in (2, 12, len(whole) - 6)]
    for body in (b"\x1f\x8bnoise", *changed):
        with pytest.raises(ResponseError, match=r"^The body does not decompress: Error -3") as caught:
            unpack(body)
        assert (caught.value.body, caught.value.path, caught.value.cut_short) == (b"", "$", False)
        assert isinstance(caught.value.__cause__, zlib.error)


# JSON.


@pytest.mark.parametrize(
    "page",
    [
        b"<html>",
        b"<!DOCTYPE html><html></html>",
        b" \r\n\t<html>",
        b"\xef\xbb\xbf<!doctype html>",
        b"<",
        b"<script>location=1</script>",
        b"<html>\xff",
    ],
)
def test_a_page_in_place_of_json_is_told(page: bytes) -> None:
    """It is not TMDB that answers so with a success, but a login page or a block page in between."""
    with pytest.raises(ResponseError) as caught:
        decode(TvSeriesCredits, page)
    assert str(caught.value) == (
        "HTML instead of JSON: something between here and TMDB answers (a block page or a login page?)"
    )
    assert (caught.value.html, caught.value.body, caught.value.path, caught.value.cut_short) == (True, page, "$", False)


@pytest.mark.parametrize("body", [b"", b"{", b'{"id":"<html>"}', b"noise", b'"<html>"', b" [<"])
def test_what_is_no_page_is_not_taken_for_one(body: bytes) -> None:
    """Anything else that is no model is told as what it is."""
    with pytest.raises(ResponseError, match="The body is no TvSeriesCredits") as caught:
        decode(TvSeriesCredits, body)
    assert not caught.value.html


def test_json_that_ends_too_early_is_cut_short_wherever_it_ends() -> None:
    """An answer without a length ends where its connection ends, and only the JSON tells that something is missing."""
    for end in range(len(SERIES)):
        with pytest.raises(ResponseError) as caught:
            decode(TvSeriesCredits, SERIES[:end])
        assert caught.value.cut_short
        assert caught.value.path == "$"
    assert decode(TvSeriesCredits, SERIES).crew[0].name == "Žižek é"


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", SERIES + b",", b'{"id":"1"}', b'{"id":1,"cast":[}', b"\xff"])
def test_json_that_is_wrong_is_not_cut_short(body: bytes) -> None:
    """What is wrong stays wrong: another attempt would bring the same."""
    with pytest.raises(ResponseError) as caught:
        decode(TvSeriesCredits, body)
    assert not caught.value.cut_short


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "The body is no TvSeriesCredits: It is empty (at $)"),
        (b"{", "The body is no TvSeriesCredits: Input data was truncated (at $)"),
        (b'{"cast":[]}', "The body is no TvSeriesCredits: Object missing required field `id` (at $)"),
        (
            b'{"id":1,"cast":[{"id":"x"}],"crew":[]}',
            "The body is no TvSeriesCredits: Expected `int`, got `str` (at $.cast[0].id)",
        ),
    ],
)
def test_a_message_says_what_is_wrong_and_where(body: bytes, message: str) -> None:
    """Whoever reads it need not look at the body."""
    with pytest.raises(ResponseError) as caught:
        decode(TvSeriesCredits, body)
    assert str(caught.value) == message
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize("depth", [500, 100_000])
@pytest.mark.parametrize("opening", [b"[", b'{"x":'])
def test_json_that_nests_deeply_is_no_model(opening: bytes, depth: int) -> None:
    """Also where it stands in a field that no model declares, and is skipped; a few levels there are nothing."""
    closing = b"]" if opening == b"[" else b"}"
    body = b'{"id":1,"cast":[],"crew":[],"x":' + opening * depth + b"1" + closing * depth + b"}"
    if depth == 500:
        assert decode(TvSeriesCredits, body) == TvSeriesCredits(id=1, cast=(), crew=())
    else:
        with pytest.raises(ResponseError, match="recursion") as caught:
            decode(TvSeriesCredits, body)
        assert (caught.value.body, caught.value.cut_short) == (body, False)


@pytest.mark.parametrize("number", [-1, 4, 2**40])
def test_a_gender_that_is_unknown_is_kept(number: int) -> None:
    """A new value at TMDB breaks no call."""
    body = b'{"id":1,"cast":[],"crew":[{"id":1,"name":"","department":"","job":"","credit_id":"","gender":%d}]}'
    gender = decode(TvSeriesCredits, body % number).crew[0].gender
    assert isinstance(gender, Gender)
    assert gender == number


# Failures.


@pytest.mark.parametrize(
    ("code", "cls"),
    [
        (1, APIStatusError),
        (12, APIStatusError),
        (21, NotFoundError),
        (34, NotFoundError),
        (7, AuthenticationError),
        (8, PermissionDeniedError),
        (22, BadRequestError),
        (4, APIStatusError),
        (20, UnprocessableEntityError),
        (25, RateLimitError),
        (11, ServerError),
        (43, ServerError),
        (99, APIStatusError),
    ],
)
def test_a_failure_with_the_status_of_a_success_has_the_class_of_its_code(code: int, cls: type[APIStatusError]) -> None:
    """TMDB sends code 21 with HTTP 200: it is a failure, and of the class that its code has elsewhere."""
    body = b'{"success":false,"status_code":%d,"status_message":"Some words."}' % code
    assert tells_of_failure(body)
    error = status_error(200, {}, body)
    assert type(error) is cls
    assert (error.status, error.code, error.message, error.body) == (200, code, "Some words.", body)
    assert type(status_error(404, {}, body)) is NotFoundError


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"status_code": 34, "status_message": "Nothing."}', True),
        (b'{"status_code":21}', True),
        (b'{"success":0,"status_code":21}', True),
        (b'{"success":null,"status_code":21,"errors":null}', True),
        (b'{"success":false,"errors":["page must be greater than 0"]}', True),
        (b'{"success":true,"status_code":1,"status_message":"Success."}', False),
        (b'{"success":true,"status_code":34}', False),
        (b'{"status_code":1,"status_message":"Success."}', False),
        (b'{"status_code":12}', False),
        (b'{"status_code":13}', False),
        (b'{"status_code":99}', False),
        (b'{"success":false}', False),
        (b'{"success":true,"guest_session_id":"1"}', False),
        (b'{"success":"no","status_code":34}', False),
        (b'{"status_code":"34"}', False),
        (b'{"id":1,"name":"success"}', False),
        (b'{"id":1,"cast":[{"name":"\\"status_code\\""}]}', False),
        (b"<html>status_code", False),
        (SERIES, False),
        (b"", False),
        (b'{"success":false,"status_code":34,"x":"' + b"x" * 5000 + b'"}', False),
    ],
)
def test_a_success_is_told_from_a_failure_that_comes_as_one(body: bytes, told: bool) -> None:
    """By what the envelope says; without a word of it, by its code. Codes of successes, and what is none, are left."""
    assert tells_of_failure(body) is told


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503, 599, 302])
@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("0", 0.0), ("soon", None), ("Fri, 20 Nov 2020 12:00:00 GMT", 0.0), (None, None)]
)
def test_any_failure_may_say_how_long_to_wait(status: int, value: str | None, seconds: float | None) -> None:
    """HTTP gives `Retry-After` to 503 and to redirects as well as to 429."""
    headers = {} if value is None else {"retry-after": value}
    assert status_error(status, headers, b"").retry_after == seconds


@pytest.mark.parametrize("layers", [0, 1, 2])
def test_the_body_of_a_failure_is_unpacked(layers: int) -> None:
    """TMDB's code and words are found in it, and it stands in the error, without its compression."""
    body = NOT_FOUND
    for _ in range(layers):
        body = gzip.compress(body)
    error = status_error(404, {}, body)
    assert (error.code, error.body) == (34, NOT_FOUND)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (gzip.compress(NOT_FOUND[:-9])[:-8], NOT_FOUND[:-9]),
        (gzip.compress(gzip.compress(NOT_FOUND[:-9])[:-8]), NOT_FOUND[:-9]),
        (b"\x1f\x8bnoise", b""),
        (gzip.compress(b"\x1f\x8bnoise"), b""),
    ],
    ids=["cut short", "cut short inside", "noise", "noise inside"],  # the same in each worker: gzip holds the time
)
def test_a_failure_whose_body_does_not_decompress_is_that_failure(body: bytes, kept: bytes) -> None:
    """The status is known all the same; the body is kept as far as it could be unpacked."""
    error = status_error(404, {"x": "y"}, body)
    assert type(error) is NotFoundError
    assert (error.code, error.message, error.headers, error.body) == (None, "Not Found", {"x": "y"}, kept)
    assert error.__context__ is None


def test_a_failure_that_is_too_large_keeps_the_beginning(limit: int) -> None:
    """A page of any size under an error is not read for TMDB's words, nor kept."""
    page = b" " * 2**17
    for body, kept in ((page, 2**16), (gzip.compress(page), limit + 1)):
        error = status_error(502, {}, body)
        assert type(error) is ServerError
        assert (error.code, error.message, error.body) == (None, "Bad Gateway", page[:kept])
