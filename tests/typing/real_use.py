"""What people write, with the types that their editors show them. It is checked and never run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import date
from typing import Any, Literal, assert_never, assert_type

import httpx
import httpx2

import tmdb_async
from tmdb_async import (
    TMDB,
    Answers,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    Bulk,
    EpisodeCredits,
    NotFoundError,
    Outcome,
    RateLimitError,
    Response,
    ResponseError,
    ServerError,
    Success,
    TMDBError,
    any_of,
)
from tmdb_async.models import (
    CastMember,
    CollectionMedia,
    CountryWatchProviders,
    CrewMember,
    EpisodeAccountState,
    Gender,
    MediaPage,
    MovieSummary,
    PersonSummary,
    RatedTvSeries,
    Rating,
    Session,
    Status,
    TvEpisodeCredits,
    TvSeasonAccountStates,
    TvSeasonDetails,
    TvSeriesAggregateCredits,
    TvSeriesCredits,
    TvSeriesDetails,
    TvSeriesPage,
    TvSeriesSummary,
    UnknownMedia,
    WatchProvider,
    WatchProviders,
)
from tmdb_async.pages import Page, Pages
from tmdb_async.signing_in import SignIn


async def call_each_operation() -> None:
    async with TMDB() as tmdb:
        assert_type(tmdb, TMDB)
        series = await tmdb.tv_series.credits(1399)
        assert_type(series, TvSeriesCredits)
        assert_type(series.id, int)
        assert_type(series.cast, tuple[CastMember, ...])
        assert_type(series.crew, tuple[CrewMember, ...])

        episode = await tmdb.tv_episodes.credits(1396, 1, 1, language="pt-BR")
        assert_type(episode, TvEpisodeCredits)
        assert_type(episode.guest_stars, tuple[CastMember, ...])
        assert_type(await tmdb.tv_episodes.credits(series_id=1396, season_number=1, episode_number=1), TvEpisodeCredits)

        states = await tmdb.tv_seasons.account_states(1399, 1, session_id="session")
        assert_type(states, TvSeasonAccountStates)
        assert_type(states.results, tuple[EpisodeAccountState, ...])
        await tmdb.tv_seasons.account_states(1399, 1, guest_session_id="guest", language=None)


async def ask_for_the_credits_of_all_episodes(tmdb: TMDB, ids: list[int]) -> None:
    answers = tmdb.episode_credits(1396, seasons=[1, 2], language="de")
    assert_type(answers, Answers[EpisodeCredits])
    async for season, episode, found in answers:
        assert_type(season, int)
        assert_type(episode, int)
        assert_type(found, TvEpisodeCredits)
    assert_type(await answers, tuple[EpisodeCredits, ...])
    assert_type(
        [each.credits.cast async for each in tmdb.episode_credits(1396, seasons=1)], list[tuple[CastMember, ...]]
    )
    async with tmdb.bulk(tmdb.episode_credits, ids) as outcomes:
        assert_type(outcomes, Bulk[tuple[EpisodeCredits, ...]])


def read_a_member(member: CastMember, crew: CrewMember) -> None:
    assert_type(member.name, str)
    assert_type(member.credit_id, str)
    assert_type(member.character, str)
    assert_type(member.order, int | None)
    assert_type(member.adult, bool)
    assert_type(member.popularity, float)
    assert_type(crew.credit_id, str | None)
    assert_type(crew.gender, Gender | None)
    if member.profile_path:
        assert_type(member.profile_path, str)
    if member.gender is not None:
        assert_type(member.gender, Gender)
        assert_type(member.gender == Gender.FEMALE, bool)


def read_a_rating(state: EpisodeAccountState) -> float | None:
    assert_type(state.rated, Rating | Literal[False])
    if state.rated:
        assert_type(state.rated, Rating)
        assert_type(state.rated.value, float)
        return state.rated.value
    return None


def read_a_rating_by_its_type(state: EpisodeAccountState) -> float | None:
    if state.rated is False:
        assert_type(state.rated, Literal[False])
        return None
    assert_type(state.rated, Rating)
    return state.rated.value


def build_a_model_for_a_test() -> TvSeriesCredits:
    member = CastMember(id=1, name="Ada", credit_id="c", character="", gender=Gender.FEMALE)
    return TvSeriesCredits(id=1, cast=(member,), crew=())


async def call_with_everything_that_tmdb_sent(tmdb: TMDB) -> None:
    response = await tmdb.detailed.tv_series.credits(1399, language="de")
    assert_type(response, Response[TvSeriesCredits])
    assert_type(response.status_code, int)
    assert_type(response.headers, Mapping[str, str])
    assert_type(response.content, bytes)
    assert_type(response.parsed, TvSeriesCredits)
    assert_type(await tmdb.detailed.tv_episodes.credits(1396, 1, 1), Response[TvEpisodeCredits])
    assert_type(await tmdb.detailed.tv_seasons.account_states(1399, 1), Response[TvSeasonAccountStates])


async def ask_with_more_than_an_id(tmdb: TMDB) -> None:
    page = await tmdb.discover.tv(
        with_genres=[18, 80],
        with_networks=any_of(213, 1024),
        with_origin_country="KR",
        with_watch_monetization_types=any_of("flatrate", "free"),
        sort_by="popularity.desc",
        vote_average_gte=7,
        first_air_date_gte=date(2020, 1, 1),
        include_adult=False,
        page=2,
    )
    assert_type(page, TvSeriesPage)
    assert_type(page.results, tuple[TvSeriesSummary, ...])
    await tmdb.discover.tv(with_genres=(18,), with_keywords={1, 2}, with_companies=None)
    await tmdb.find.by_id("tt0944947", external_source="imdb_id")
    await tmdb.tv_series.images(1399, include_image_language=["de", None])
    source: Literal["imdb_id", "tvdb_id"] = "tvdb_id"
    await tmdb.find.by_id("121361", external_source=source)


async def read_a_day(series: TvSeriesSummary) -> int | None:
    assert_type(series.first_air_date, date | None)
    return None if series.first_air_date is None else series.first_air_date.year


async def append_to_details(tmdb: TMDB) -> None:
    series = await tmdb.tv_series.details(
        1399,
        append_to_response=["aggregate_credits", "watch/providers"],
        include_image_language=["de", None],
        append_seasons=[0, 1],
        append_season_credits=1,
    )
    assert_type(series, TvSeriesDetails)
    assert_type(series.aggregate_credits, TvSeriesAggregateCredits | None)
    assert_type(series.watch_providers, WatchProviders | None)
    assert_type(series.season_details, Mapping[int, TvSeasonDetails])
    if series.watch_providers:
        assert_type(series.watch_providers.results, Mapping[str, CountryWatchProviders])
        assert_type(series.watch_providers.results["DE"].flatrate, tuple[WatchProvider, ...])
    await tmdb.tv_series.details(1399, append_to_response="credits")


async def tell_kinds_apart(tmdb: TMDB) -> None:
    page = await tmdb.search.multi(query="game of thrones")
    assert_type(page, MediaPage)
    for row in page.results:
        assert_type(row, CollectionMedia | MovieSummary | PersonSummary | TvSeriesSummary | UnknownMedia)
        match row:
            case MovieSummary(title=title):
                assert_type(title, str)
            case TvSeriesSummary():
                assert_type(row.name, str)
            case PersonSummary() | CollectionMedia():
                assert_type(row.id, int)
            case UnknownMedia(media_type=kind, content=content):
                assert_type(kind, str)
                assert_type(content, bytes)
            case _:
                assert_never(row)


async def go_through_pages(tmdb: TMDB) -> None:
    async for series in tmdb.paginate(tmdb.discover.tv, with_genres=18):
        assert_type(series, TvSeriesSummary)
    listed = tmdb.paginate(tmdb.search.multi, query="game", language="de", page=3)
    async for row in listed.rows(limit=100, ahead=0, repeated=True):
        assert_type(row, CollectionMedia | MovieSummary | PersonSummary | TvSeriesSummary | UnknownMedia)
    async for page in listed.pages(ahead=2):
        assert_type(page.total_results, int)
        assert_type(page.results[0].id, int | str | None)
    assert_type(listed.truncated, bool | None)
    assert_type(tmdb.paginate(tmdb.tv_series.recommendations, 1399), Pages[TvSeriesSummary])
    assert_type(tmdb.paginate(tmdb.guest_sessions.rated_tv, "guest"), Pages[RatedTvSeries])
    first: Page[TvSeriesSummary] = await tmdb.discover.tv()
    assert_type(first.results, tuple[TvSeriesSummary, ...])


async def write(tmdb: TMDB) -> None:
    assert_type(await tmdb.tv_series.add_rating(1399, value=8.5), Status)
    assert_type(await tmdb.tv_episodes.add_rating(1399, 1, 1, value=8, guest_session_id="guest"), Status)
    assert_type(await tmdb.detailed.tv_series.delete_rating(1399, session_id="session"), Response[Status])
    await tmdb.account.add_favorite(1, media_type="tv", media_id=1399, favorite=True)
    await tmdb.account.add_to_watchlist(1, media_type="movie", media_id=550, watchlist=False)


async def sign_a_user_in(tmdb: TMDB) -> None:
    sign_in = await tmdb.sign_in()
    assert_type(sign_in, SignIn)
    assert_type(sign_in.url("https://example.org"), str)
    await sign_in.approve("name", "password")
    assert_type(await sign_in.create_session(), str)
    async with sign_in.session() as mine:
        assert_type(mine, TMDB)
    session = await tmdb.authentication.create_session(request_token="token")
    assert_type(session, Session)
    assert_type(session.session_id, str)


async def know_the_whole_answer_of_it(tmdb: TMDB) -> None:
    found = await tmdb.detailed.discover.tv(with_genres=any_of(18, 80), sort_by="name.asc", page=2)
    assert_type(found, Response[TvSeriesPage])
    details = await tmdb.detailed.tv_series.details(1399, append_to_response=["credits"], append_seasons=1)
    assert_type(details.parsed.credits, TvSeriesCredits | None)
    assert_type(await tmdb.detailed.search.multi(query="x"), Response[MediaPage])


async def call_in_bulk(tmdb: TMDB) -> None:
    bulk = tmdb.bulk(tmdb.tv_series.credits, range(1, 1000))
    assert_type(bulk, Bulk[TvSeriesCredits])
    async with bulk as outcomes:
        async for outcome in outcomes:
            assert_type(outcome, Outcome[TvSeriesCredits])
            assert_type(outcome.index, int)
            assert_type(outcome.args, tuple[Any, ...])
            if outcome.error is None:
                assert_type(outcome.value, TvSeriesCredits)
            else:
                assert_type(outcome.error, TMDBError)
                assert_type(outcome.value, None)


async def call_in_bulk_with_several_arguments(tmdb: TMDB) -> list[TvEpisodeCredits]:
    episodes = [(1396, 1, number) for number in range(1, 8)]
    async with tmdb.bulk(tmdb.tv_episodes.credits, episodes) as outcomes:
        return [outcome.value async for outcome in outcomes if outcome.error is None]


async def call_in_bulk_by_kind(tmdb: TMDB) -> None:
    async with tmdb.bulk(tmdb.detailed.tv_series.credits, [1399]) as outcomes:
        async for outcome in outcomes:
            if isinstance(outcome, Success):
                assert_type(outcome.value, Response[TvSeriesCredits])
                continue
            assert_type(outcome.error, TMDBError)
            if isinstance(outcome.error, APIStatusError):
                assert_type(outcome.error.code, int | None)


async def call_in_bulk_from_a_stream(tmdb: TMDB, ids: AsyncIterator[int]) -> None:
    async def cast_of(series_id: int) -> tuple[CastMember, ...]:
        return (await tmdb.tv_series.credits(series_id)).cast

    async with tmdb.bulk(cast_of, ids) as outcomes:
        async for outcome in outcomes:
            if outcome.error is None:
                assert_type(outcome.value, tuple[CastMember, ...])


async def choose_the_options(tmdb: TMDB) -> None:
    TMDB("token", language="pt-BR", max_concurrency=10, max_rate=None, timeout=30, base_url="http://127.0.0.1:8000")
    TMDB(api_key="0123456789abcdef0123456789abcdef", session_id="session")
    brazilian = tmdb.with_options(language="pt-BR", timeout=2.5)
    assert_type(brazilian, TMDB)
    assert_type(tmdb.with_options(guest_session_id="guest").with_options(), TMDB)
    assert_type(await brazilian.aclose(), None)


async def bring_a_client_along() -> None:
    async with httpx.AsyncClient(proxy="http://proxy.example:3128") as client, TMDB(http_client=client) as tmdb:
        assert_type(await tmdb.tv_series.credits(1399), TvSeriesCredits)
    async with httpx2.AsyncClient() as fork, TMDB(http_client=fork) as tmdb:
        assert_type(await tmdb.tv_series.credits(1399), TvSeriesCredits)


async def tell_failures_apart(tmdb: TMDB) -> None:
    try:
        await tmdb.tv_series.credits(1399)
    except NotFoundError as error:
        assert_type(error.code, int | None)
        assert_type(error.message, str)
    except RateLimitError as error:
        assert_type(error.retry_after, float | None)
    except (AuthenticationError, ServerError) as error:
        assert_type(error.status, int)
        assert_type(error.headers, Mapping[str, str])
        assert_type(error.body, bytes)
    except APITimeoutError as error:
        assert_type(error.attempts, int)
    except ResponseError as error:
        assert_type(error.path, str)
        assert_type(error.body, bytes)
    except TMDBError as error:
        assert_type(error.operation, str | None)


def name_the_version() -> None:
    assert_type(tmdb_async.__version__, str)
