"""Write `tmdb_async/_generated` and `docs/operations.md` from the OpenAPI document, or check that they are up to date.

The generator runs into a temporary folder, so that a failure leaves the package as it was. Beside the code it leaves
the document itself, as `openapi.json` with its examples inside: that is what the sandbox serves.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from annotations import RefusedError  # noqa: E402 - beside this program
from bundle import bundle  # noqa: E402
from prepare import prepare  # noqa: E402
from reference import reference  # noqa: E402

DOCUMENT = HERE / "tmdb.yaml"
TEMPLATES = HERE / "templates"
CONFIG = HERE.parent / "generator-config.yaml"
PACKAGE = HERE.parent / "tmdb_async" / "_generated"
PAGE = HERE.parent / "docs" / "operations.md"


def generate(document: Path, output: Path, config: Path = CONFIG) -> None:
    """Write the package for `document` into `output`, in place of what is there.

    Raises:
        LookupError, ValueError: The document says what cannot be generated.
        subprocess.CalledProcessError: The generator failed or warned; its words are on stderr.
    """
    # The generator, and ruff for its hooks, come from the environment that runs this script.
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    with tempfile.TemporaryDirectory() as folder:
        fresh, prepared = Path(folder) / "generated", Path(folder) / "prepared.json"
        whole = bundle(document)
        prepared.write_text(json.dumps(prepare(whole)), encoding="utf-8")
        command = ["openapi-python-client", "generate", "--meta", "none", "--fail-on-warning"]
        command += ["--path", str(prepared), "--output-path", str(fresh)]
        command += ["--custom-template-path", str(TEMPLATES), "--config", str(config)]
        executable = shutil.which(command[0], path=tools) or command[0]
        environment = {**os.environ, "PATH": tools, "_TYPER_STANDARD_TRACEBACK": "1"}
        run = subprocess.run([executable, *command[1:]], env=environment, capture_output=True, text=True, check=False)
        if run.returncode:
            sys.stderr.write(run.stderr)
            run.check_returncode()
        bundled = json.dumps(whole, indent=1, ensure_ascii=False)
        (fresh / "openapi.json").write_text(bundled + "\n", encoding="utf-8")
        if output.exists():
            shutil.rmtree(output)
        shutil.copytree(fresh, output)


def differences(committed: Path, fresh: Path) -> list[str]:
    """Return the lines of a unified diff between two generated packages; none where they are the same."""

    def files(folder: Path) -> dict[str, list[str]]:
        return {
            # From bytes: reading text would make all line ends alike.
            path.relative_to(folder).as_posix(): path.read_bytes().decode().splitlines(keepends=True)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }

    before, after = files(committed), files(fresh)
    lines: list[str] = []
    for name in sorted({*before, *after}):
        if before.get(name) == after.get(name):
            continue
        lines += difflib.unified_diff(
            before.get(name, []), after.get(name, []), f"committed/{name}", f"generated/{name}"
        )
        if (name in before) != (name in after):
            lines.append(f"{name}: only {'committed' if name in before else 'generated'}\n")
    return lines


def check(document: Path, committed: Path, config: Path = CONFIG) -> list[str]:
    """Generate twice and return how the results differ from `committed` and from each other."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        generate(document, first, config)
        generate(document, second, config)
        return differences(committed, first) + differences(first, second)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the package is out of date")
    arguments = parser.parse_args()
    try:
        if not arguments.check:
            generate(DOCUMENT, PACKAGE)
            PAGE.parent.mkdir(exist_ok=True)
            PAGE.write_text(reference(bundle(DOCUMENT)), encoding="utf-8")
            return 0
        lines = check(DOCUMENT, PACKAGE)
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != reference(bundle(DOCUMENT)):
            lines.append(f"{PAGE.name}: out of date\n")
    except subprocess.CalledProcessError as error:
        print(f"generation failed: exit status {error.returncode}", file=sys.stderr)
        return 1
    except RefusedError as error:
        print(f"REFUSED: {error}", file=sys.stderr)
        return 1
    if lines:
        sys.stdout.writelines(lines)
        print("tmdb_async/_generated is not what the document gives: run `make generate`.", file=sys.stderr)
        return 1
    print("tmdb_async/_generated is what the document gives, and generating it twice gives the same bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
