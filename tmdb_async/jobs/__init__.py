"""Jobs: an operation for very many items, over hours, in a file that survives a kill.

    from tmdb_async import TMDB
    from tmdb_async.jobs import Job, Run, export

    async with TMDB() as tmdb:
        with Job.open("credits.sqlite", "tv_series.credits") as job:
            job.add(series_ids)
            await Run(job, tmdb).fetch()
            export(job, "credits.parquet")

Running the same again continues: what has an answer is not asked for again, what failed is, and new items are added.
What the command `tmdb-async` does is done here. `tmdb_async.jobs.distributed` runs a job on several machines.
"""

from .daily_ids import KINDS, DailyIds, check_daily_kind, open_daily_ids
from .errors import JobError
from .export import export
from .items import BadLine, parse_item, read_items, read_lines
from .job import FailureKind, Job, Moment, Record, Status
from .run import Run
from .spec import Spec
from .tables import Table, rows_in, rows_of, table_of

__all__ = [
    "KINDS",
    "BadLine",
    "DailyIds",
    "FailureKind",
    "Job",
    "JobError",
    "Moment",
    "Record",
    "Run",
    "Spec",
    "Status",
    "Table",
    "check_daily_kind",
    "export",
    "open_daily_ids",
    "parse_item",
    "read_items",
    "read_lines",
    "rows_in",
    "rows_of",
    "table_of",
]
