"""Write `tmdb_async/_generated` from the OpenAPI document, or check that it is what the document gives.

The generator runs into a temporary folder, so that a failure leaves the package as it was. Beside the code it leaves
the document itself, as `openapi.json` with its examples inside: that is what the sandbox serves.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE / "tmdb.yaml"
TEMPLATES = HERE / "templates"
CONFIG = HERE.parent / "generator-config.yaml"
PACKAGE = HERE.parent / "tmdb_async" / "_generated"


def generate(document: Path, output: Path, config: Path = CONFIG) -> None:
    """Write the package for `document` into `output`, in place of what is there.

    Raises:
        subprocess.CalledProcessError: The generator failed or warned; its words are on stderr.
    """
    bundled = bundle(document)
    # The generator, and ruff for its hooks, come from the environment that runs this script.
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "generated"
        command = ["openapi-python-client", "generate", "--meta", "none", "--fail-on-warning"]
        prepared = Path(folder) / "prepared.json"
        prepared.write_text(json.dumps(prepare(bundled)), encoding="utf-8")
        command += ["--path", str(prepared), "--output-path", str(fresh)]
        command += ["--custom-template-path", str(TEMPLATES), "--config", str(config)]
        executable = shutil.which(command[0], path=tools) or command[0]
        environment = {**os.environ, "PATH": tools, "_TYPER_STANDARD_TRACEBACK": "1"}
        run = subprocess.run([executable, *command[1:]], env=environment, capture_output=True, text=True, check=False)
        if run.returncode:
            # A template that refuses something is found under a traceback of Jinja's.
            refusals = re.findall("REFUSED: .*", run.stderr)
            sys.stderr.write(f"{refusals[-1]}\n" if refusals else run.stderr)
            run.check_returncode()
        text = json.dumps(bundled, indent=1, ensure_ascii=False)
        (fresh / "openapi.json").write_text(text + "\n", encoding="utf-8")
        if output.exists():
            shutil.rmtree(output)
        shutil.copytree(fresh, output)


def bundle(document: Path) -> dict[str, Any]:
    """Return the document with each example's `externalValue` replaced by the value it points at."""
    content: dict[str, Any] = YAML(typ="safe").load(document)

    def embed(node: object) -> None:
        if isinstance(node, dict):
            if "externalValue" in node:
                example = document.parent / node.pop("externalValue")
                node["value"] = json.loads(example.read_text(encoding="utf-8"))
            for child in node.values():
                embed(child)
        elif isinstance(node, list):
            for child in node:
                embed(child)

    embed(content)
    return content


def prepare(bundled: dict[str, Any]) -> dict[str, Any]:
    """Return a bundled document with the extensions of each operation in its success, where templates see them."""
    prepared = deepcopy(bundled)
    for operation in (operation for item in prepared["paths"].values() for operation in item.values()):
        for status, response in operation["responses"].items():
            if status.startswith("2"):
                response |= {key: value for key, value in operation.items() if key.startswith("x-")}
    return prepared


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
            return 0
        lines = check(DOCUMENT, PACKAGE)
    except subprocess.CalledProcessError as error:
        print(f"generation failed: exit status {error.returncode}", file=sys.stderr)
        return 1
    if lines:
        sys.stdout.writelines(lines)
        print("tmdb_async/_generated is not what the document gives: run `make generate`.", file=sys.stderr)
        return 1
    print("tmdb_async/_generated is what the document gives, and generating it twice gives the same bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
