"""What PyInstaller adds to a program that imports this package: the document, which the sandbox serves.

The modules that are imported when they are first asked for it finds by itself, as type checkers do.
"""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_data_files  # pyright: ignore[reportMissingModuleSource] - it runs this

datas = collect_data_files("tmdb_async", includes=["_generated/openapi.json"])
