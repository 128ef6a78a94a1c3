"""Jobs: an operation for very many items, over hours, in a file that survives a kill.

    from tmdb_async import TMDB
    from tmdb_async.jobs import Job, Run, export

    async with TMDB() as tmdb:
        with Job.open("credits.sqlite", "tv_series.credits") as job:
            job.add(series_ids)
            await Run(job, tmdb).fetch()
            export(job, "credits.parquet")

Running the same again continues: what has an answer is not asked for again, what failed is, and new items are added.
`Sync` finds what TMDB changed since, which is then asked for again, and `tmdb_async.jobs.distributed` runs a job on
several machines. What the command `tmdb-async` does is done here.
"""

from .daily_ids import KINDS, DailyIds, check_daily_kind, open_daily_ids
from .errors import JobError
from .export import export
from .items import BadLine, parse_item, read_items, read_lines
from .job import Job
from .records import FailureKind, Moment, Record, Status
from .reports.report import report
from .run import Run
from .spec import Spec
from .sync import Sync
from .tables import Table, rows_in, rows_of, table_of
from .verify import Difference, Verified, verify

__all__ = [
    "KINDS",
    "BadLine",
    "DailyIds",
    "Difference",
    "FailureKind",
    "Job",
    "JobError",
    "Moment",
    "Record",
    "Run",
    "Spec",
    "Status",
    "Sync",
    "Table",
    "Verified",
    "check_daily_kind",
    "export",
    "open_daily_ids",
    "parse_item",
    "read_items",
    "read_lines",
    "report",
    "rows_in",
    "rows_of",
    "table_of",
    "verify",
]
