"""An async-first client for The Movie Database (TMDB)."""

__version__ = "0.1.0"
