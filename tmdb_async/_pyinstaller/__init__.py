"""Tells PyInstaller, which asks for it by the entry point `pyinstaller40`, where the hook of this package is."""

from __future__ import annotations

from pathlib import Path


def hook_dirs() -> list[str]:
    return [str(Path(__file__).parent)]
