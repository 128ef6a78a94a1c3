"""What goes wrong with a job beside the calls themselves."""


class JobError(Exception):
    """A job cannot go on: its file, its input or what it is exported to is at fault. The message says which and how.

    What was recorded before is in the job file. It is no `TMDBError`: no call failed.
    """
