"""Build the wheel, install it alone into an empty environment, and run the README's first example there.

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
MARK = "<!-- first example"
EXPECTED = "Max Arciniega as Krazy-8"


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


def main() -> None:
    from tmdb_async.sandbox import Sandbox

    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
        [wheel] = Path(folder).glob("*.whl")
        environment = Path(folder) / "environment"
        venv.create(environment, with_pip=True)
        python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
        constraints = ROOT / "constraints.txt"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", constraints, wheel)
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
        print(f"{wheel.name} installs alone, and the README's first example prints:\n{printed}", end="")


if __name__ == "__main__":
    main()
