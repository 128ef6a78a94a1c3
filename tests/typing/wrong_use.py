"""What both type checkers must refuse. It is checked and never run.

Each mistake is silenced by a comment with mypy's name for it. Both checkers refuse a comment that silences nothing: so
a mistake that one of them no longer finds fails `make types`. A test takes the comments away and looks for the names.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from tmdb_async import TMDB, Response, TMDBError, models
from tmdb_async.models import CastMember, EpisodeAccountState, TvSeriesCredits


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
