"""What both type checkers must refuse. It is checked and never run.

Each mistake is silenced by a comment with mypy's name for it. Both checkers refuse a comment that silences nothing: so
a mistake that one of them no longer finds fails `make types`. A test takes the comments away and looks for the names.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from datetime import date
from typing import assert_never

from tmdb_async import TMDB, Response, TMDBError, any_of, models
from tmdb_async.models import (
    CastMember,
    CollectionMedia,
    EpisodeAccountState,
    Media,
    MovieSummary,
    PersonSummary,
    TvSeriesCredits,
    TvSeriesDetails,
    TvSeriesSummary,
)


def show(*values: object) -> None:
    """Stand for what is done with values."""


async def call_with_the_wrong_arguments(tmdb: TMDB) -> None:
    await tmdb.tv_series.credits("1399")  # type: ignore[arg-type]
    await tmdb.tv_series.credits()  # type: ignore[call-arg]
    await tmdb.tv_series.credits(1399, "pt-BR")  # type: ignore[call-arg]
    await tmdb.tv_series.credits(1399, lang="pt-BR")  # type: ignore[call-arg]
    await tmdb.tv_series.credits(1399, language=1)  # type: ignore[arg-type]
    await tmdb.tv_episodes.credits(1396, 1)  # type: ignore[call-arg]
    await tmdb.tv_episodes.credits(1396, 1, None)  # type: ignore[arg-type]
    await tmdb.tv_seasons.account_states(1399, 1, "session")  # type: ignore[call-arg]
    await tmdb.tv_series.credits(1399, session_id="session")  # type: ignore[call-arg]
    await tmdb.detailed.tv_series.credits("1399")  # type: ignore[arg-type]
    await tmdb.detailed.discover.tv(sort_by="popularity")  # type: ignore[arg-type]
    await tmdb.detailed.discover.tv(with_genre=18)  # type: ignore[call-arg]


async def misspell_a_value(tmdb: TMDB) -> None:
    await tmdb.discover.tv(sort_by="popularity")  # type: ignore[arg-type]
    await tmdb.trending.tv("month")  # type: ignore[arg-type]
    await tmdb.find.by_id("tt0944947", external_source="imdb")  # type: ignore[arg-type]
    await tmdb.find.by_id("tt0944947")  # type: ignore[call-arg]
    await tmdb.tv_series.details(1399, append_to_response="credit")  # type: ignore[arg-type]
    await tmdb.tv_series.details(1399, append_to_response=["credits", "watch_providers"])  # type: ignore[list-item]
    await tmdb.tv_series.details(1399, append_to_response="credits,images")  # type: ignore[arg-type]
    await tmdb.tv_series.details(1399, append_seasons="1")  # type: ignore[arg-type]
    await tmdb.discover.tv(with_watch_monetization_types=any_of("flatrate", "gratis"))  # type: ignore[arg-type]


async def filter_with_the_wrong_type(tmdb: TMDB) -> None:
    await tmdb.discover.tv(with_genres="18,80")  # type: ignore[arg-type]
    await tmdb.discover.tv(with_genres=any_of("drama"))  # type: ignore[arg-type]
    await tmdb.discover.tv(with_genres=["drama"])  # type: ignore[list-item]
    await tmdb.discover.tv(first_air_date_gte="2020-01-01")  # type: ignore[arg-type]
    await tmdb.discover.tv(first_air_date=date(2020, 1, 1))  # type: ignore[call-arg]
    await tmdb.discover.tv(page="2")  # type: ignore[arg-type]
    await tmdb.tv_series.details(1399, append_to_response=any_of("credits"))  # type: ignore[arg-type]


async def write_wrongly(tmdb: TMDB) -> None:
    await tmdb.tv_series.add_rating(1399, 8.5)  # type: ignore[call-arg]
    await tmdb.tv_series.add_rating(1399)  # type: ignore[call-arg]
    await tmdb.tv_series.add_rating(1399, value="8.5")  # type: ignore[arg-type]
    await tmdb.account.add_favorite(1, media_type="person", media_id=1, favorite=True)  # type: ignore[arg-type]
    await tmdb.authentication.create_session("token")  # type: ignore[call-arg]


async def go_through_pages_wrongly(tmdb: TMDB) -> None:
    tmdb.paginate(tmdb.discover.tv, with_genre=18)  # type: ignore[call-arg]
    tmdb.paginate(tmdb.discover.tv, with_genres="18")  # type: ignore[arg-type]
    tmdb.paginate(tmdb.search.tv)  # type: ignore[call-arg]
    tmdb.paginate(tmdb.tv_series.recommendations, "1399")  # type: ignore[arg-type]
    tmdb.paginate(tmdb.tv_series.credits, 1399)  # type: ignore[arg-type]
    tmdb.paginate(tmdb.detailed.discover.tv)  # type: ignore[arg-type]
    tmdb.paginate(tmdb.discover.tv())  # type: ignore[arg-type]
    async for series in tmdb.paginate(tmdb.discover.tv):
        show(series.title)  # type: ignore[attr-defined]
    movies: list[MovieSummary] = [row async for row in tmdb.paginate(tmdb.discover.tv)]  # type: ignore[misc]
    show(movies)
    tmdb.paginate(tmdb.discover.tv).rows(5)  # type: ignore[call-arg]


def take_one_kind_for_another(row: Media, details: TvSeriesDetails, series: TvSeriesSummary) -> None:
    show(row.title)  # type: ignore[union-attr]
    show(details.credits.cast)  # type: ignore[union-attr]
    show(details.season_details["1"])  # type: ignore[index]
    show(series.first_air_date.year)  # type: ignore[union-attr]
    show(series.first_air_date > "2020")  # type: ignore[operator]


def forget_a_kind(row: Media) -> None:
    match row:
        case CollectionMedia() | MovieSummary() | PersonSummary() | TvSeriesSummary():
            show(row.id)
        case _:
            assert_never(row)  # type: ignore[arg-type]


async def sign_in_wrongly(tmdb: TMDB) -> None:
    sign_in = await tmdb.sign_in()
    await sign_in.approve("name")  # type: ignore[call-arg]
    with sign_in.session():  # type: ignore[attr-defined]
        pass
    await sign_in.session.tv_series.credits(1399)  # type: ignore[attr-defined]


async def call_what_is_not_there(tmdb: TMDB) -> None:
    await tmdb.tv_series.credit(1399)  # type: ignore[attr-defined]
    await tmdb.tv_serie.credits(1399)  # type: ignore[attr-defined]
    await tmdb.detailed.detailed.tv_series.credits(1399)  # type: ignore[attr-defined]


def name_a_model_wrongly() -> None:
    show(models.TvSeriesCredit)  # type: ignore[attr-defined]


async def forget_to_await(tmdb: TMDB) -> None:
    tmdb.tv_series.credits(1399)  # type: ignore[unused-coroutine]
    with tmdb:  # type: ignore[attr-defined]
        pass


async def take_the_answer_for_another(tmdb: TMDB) -> None:
    response: TvSeriesCredits = await tmdb.detailed.tv_series.credits(1399)  # type: ignore[assignment]
    model: Response[TvSeriesCredits] = await tmdb.tv_series.credits(1399)  # type: ignore[assignment]
    show(response, model)


def take_an_absent_field_for_granted(member: CastMember, state: EpisodeAccountState) -> None:
    show(member.profile_path + "?w=500")  # type: ignore[operator]
    show(state.rated.value)  # type: ignore[union-attr]
    show(member.image_path)  # type: ignore[attr-defined]


def change_a_model(member: CastMember, credits_of_series: TvSeriesCredits) -> None:
    member.name = "Ada"  # type: ignore[misc]
    credits_of_series.cast.append(member)  # type: ignore[attr-defined]
    CastMember(1, "Ada", "c", "")  # type: ignore[call-arg]
    CastMember(id=1, name="Ada", character="")  # type: ignore[call-arg]


async def take_a_failure_for_a_value(tmdb: TMDB) -> None:
    async with tmdb.bulk(tmdb.tv_series.credits, [1399]) as outcomes:
        async for outcome in outcomes:
            show(outcome.value.cast)  # type: ignore[union-attr]
            error: TMDBError = outcome.error  # type: ignore[assignment]
            show(error)


def bulk_what_cannot_be(tmdb: TMDB) -> None:
    tmdb.bulk(tmdb.tv_series.credits, 1399)  # type: ignore[arg-type]
    tmdb.bulk(len, [1399])  # type: ignore[arg-type]


def build_a_client_wrongly() -> None:
    TMDB("token", "0123456789abcdef0123456789abcdef")  # type: ignore[call-arg]
    TMDB(token="token")  # type: ignore[call-arg]
    TMDB(http_client="httpx")  # type: ignore[arg-type]
    TMDB(max_rate="40")  # type: ignore[arg-type]
    TMDB("token").with_options(max_rate=1)  # type: ignore[call-arg]
