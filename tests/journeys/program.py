"""The program as its users start it: a child process in a directory of its own, against the embedded publisher."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher

ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("PRESSESCHAU_")}


@dataclass
class Program:
    """Starts `presseschau` in one working directory."""

    directory: Path
    variables: dict[str, str] = field(default_factory=dict)

    def command(self, *arguments: object) -> list[str]:
        return [sys.executable, "-m", "presseschau", *map(str, arguments)]

    def environment(self) -> dict[str, str]:
        return {**ENVIRONMENT, **self.variables}

    def __call__(self, *arguments: object, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            self.command(*arguments),
            cwd=self.directory,
            env=self.environment(),
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
            timeout=120,
        )

    def night(
        self, number: int, publisher: DemoPublisher, *options: object, later: timedelta = timedelta()
    ) -> subprocess.CompletedProcess[bytes]:
        """The nightly job as of one simulated night or so much later; unthrottled, since this machine serves itself."""
        publisher.set_night(number)
        self.variables["PRESSESCHAU_CLOCK"] = (NIGHTS[number] + later).isoformat()
        return self("nightly", "--origin", publisher.origin, "--rate", 0, *options)

    def report(self) -> dict[str, Any]:
        report: dict[str, Any] = json.loads((self.directory / "output/reports/latest.json").read_bytes())
        return report

    def records(self) -> list[dict[str, Any]]:
        """Every JSON Lines record, oldest day first."""
        files = sorted((self.directory / "output/articles").glob("*.jsonl"))
        return [json.loads(line) for path in files for line in path.read_bytes().splitlines()]

    def newest_records(self) -> dict[str, dict[str, Any]]:
        """The last record of each article by its id."""
        return {record["id"]: record for record in self.records()}
