"""Build the wheel, install it alone into an empty environment, and run the README's first example there.

Then PyInstaller makes a program of that example, in which all models, all operations and the document must be found.
The sandbox that answers runs in the environment of this script. A program, and no test: `make check-wheel` runs it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
MARK = "<!-- first example"
EXPECTED = "Max Arciniega as Krazy-8"
EVERYTHING = """
from importlib.resources import files

from tmdb_async import models
from tmdb_async.operations import operations

for name in models.__all__:
    getattr(models, name)
print(len(operations()), files("tmdb_async").joinpath("_generated", "openapi.json").stat().st_size)
"""


def first_example() -> str:
    after = (ROOT / "README.md").read_text(encoding="utf-8").partition(MARK)[2]
    found = re.search(r"```python\n(.*?)```", after, re.DOTALL)
    assert found, "README.md has no first example"
    return found.group(1)


def run(*command: str | Path, **settings: str) -> str:
    # Whoever runs this may have a credential and settings of their own.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TMDB_")}
    return subprocess.run(
        [str(part) for part in command],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**inherited, **settings},
    ).stdout


def freeze(python: Path, folder: Path) -> Path:
    """Return the program that PyInstaller makes of the first example and of what imports everything."""
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", CONSTRAINTS, "pyinstaller")
    source = folder / "frozen.py"
    source.write_text(first_example() + EVERYTHING, encoding="utf-8")
    places = ("--distpath", folder / "dist", "--workpath", folder / "work", "--specpath", folder)
    run(python, "-m", "PyInstaller", "--log-level", "ERROR", *places, source)
    return folder / "dist" / "frozen" / "frozen"


def main() -> None:
    from tmdb_async.operations import operations
    from tmdb_async.sandbox import Sandbox

    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
        [wheel] = Path(folder).glob("*.whl")
        environment = Path(folder) / "environment"
        venv.create(environment, with_pip=True)
        python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", CONSTRAINTS, wheel)
        example = Path(folder) / "example.py"
        example.write_text(first_example(), encoding="utf-8")
        with Sandbox() as sandbox:
            # -I: nothing is imported but what is installed.
            printed = run(
                python, "-I", "-W", "error", example, TMDB_BASE_URL=sandbox.url, TMDB_ACCESS_TOKEN=sandbox.token
            )
        assert EXPECTED in printed.splitlines(), printed
        typed = run(
            python,
            "-I",
            "-c",
            "import importlib.resources as r; print(r.files('tmdb_async').joinpath('py.typed').is_file())",
        )
        assert typed.strip() == "True", "the wheel has no py.typed"
        program = freeze(python, Path(folder))
        with Sandbox() as sandbox:
            frozen = run(program, TMDB_BASE_URL=sandbox.url, TMDB_ACCESS_TOKEN=sandbox.token)
        document = ROOT / "tmdb_async" / "_generated" / "openapi.json"
        assert frozen == f"{printed}{len(operations())} {document.stat().st_size}\n", frozen
        print(f"{wheel.name} installs alone, and the README's first example prints:\n{printed}", end="")


if __name__ == "__main__":
    main()
