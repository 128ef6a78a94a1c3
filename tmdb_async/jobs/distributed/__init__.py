"""Jobs on several machines: the workers of a Dask cluster ask, and what comes of it is in the one job file.

    from tmdb_async.jobs import Job
    from tmdb_async.jobs.distributed import DistributedRun, Workers

    async with Workers("tcp://10.0.0.1:8786") as workers:
        with Job.open("credits.sqlite", "tv_series.credits") as job:
            job.add(series_ids)
            await DistributedRun(job, workers).fetch()

It needs the extra `tmdb-async[dask]` here and on each worker.
"""

from .run import DistributedRun
from .workers import Workers

__all__ = ["DistributedRun", "Workers"]
