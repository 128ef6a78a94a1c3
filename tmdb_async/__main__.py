"""`python -m tmdb_async`: the command `tmdb-async`."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
