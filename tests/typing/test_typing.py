from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

# What mypy takes seconds to find one worker looks for.
pytestmark = pytest.mark.xdist_group("typing")

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

_SILENCED = re.compile(r"  # type: ignore\[([a-z, -]+)\]$", re.MULTILINE)
_ERROR = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+): error: .*\[(?P<code>[a-z-]+)\]$")


def errors_of(folder: Path) -> dict[str, set[tuple[int, str]]]:
    """What `mypy --strict` finds in a folder, with no configuration and no cache: a line and a code by file."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={os.devnull}", "."],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    found: dict[str, set[tuple[int, str]]] = {}
    for line in done.stdout.splitlines():
        error = _ERROR.match(line)
        if error:
            found.setdefault(error["file"], set()).add((int(error["line"]), error["code"]))
    return found


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[int, str]]]:
    """What mypy finds in both files, once the comments that silence it are taken away."""
    folder = tmp_path_factory.mktemp("typing")
    for name in ("real_use.py", "wrong_use.py"):
        source = (HERE / name).read_text(encoding="utf-8")
        (folder / name).write_text(_SILENCED.sub("", source), encoding="utf-8")
    return errors_of(folder)


def test_real_use_is_accepted(errors: dict[str, set[tuple[int, str]]]) -> None:
    """What people write passes `mypy --strict`, and has the types that `real_use.py` claims."""
    assert errors.get("real_use.py", set()) == set()
    assert not _SILENCED.search((HERE / "real_use.py").read_text(encoding="utf-8"))


def test_wrong_use_is_refused(errors: dict[str, set[tuple[int, str]]]) -> None:
    """Each mistake of `wrong_use.py` is refused in its line and for its reason, and nothing else is."""
    wanted = {
        (number, code.strip())
        for number, line in enumerate((HERE / "wrong_use.py").read_text(encoding="utf-8").splitlines(), 1)
        for silenced in _SILENCED.findall(line)
        for code in silenced.split(",")
    }
    assert errors["wrong_use.py"] == wanted
