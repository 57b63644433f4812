"""Two nights of the demo publisher, run as cron would run them: each in a process of its own, at its simulated time."""

import json
import os
import shutil
import subprocess  # it starts this very program
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher

MARKER = ".presseschau-demo"
BASE_URL = "http://localhost:8000"
"""Where `presseschau serve` hands the demo's feeds out; they say so, as feeds should."""


class OutputInUse(Exception):
    """The directory holds something that is not a demo's."""


class NightFailed(Exception):
    """A night of the demo ended with another status than 0."""


@dataclass(frozen=True, kw_only=True)
class NightShown:
    """What one night of the demo came to."""

    night: int
    requests: dict[str, int]
    """Asked of the publisher, by kind."""
    report: dict[str, Any]
    """The run's own report."""


def run_tour(output: Path) -> tuple[NightShown, ...]:
    """Run both nights into a directory, which starts empty: an earlier demo's output is removed first.

    Raises: OutputInUse, when the directory holds anything but a demo's output; NightFailed, with what the night said.
    """
    _clear(output)
    shown = []
    with DemoPublisher() as publisher:
        for night in NIGHTS:
            publisher.set_night(night)
            report = _run_night(night, publisher.origin, output)
            shown.append(NightShown(night=night, requests=publisher.requests.counts(night), report=report))
    return tuple(shown)


def _run_night(night: int, origin: str, output: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "presseschau", "nightly", "--publisher", "kettner", "--origin", origin]
    command += ["--rate", "0", "--output", str(output.absolute()), "--base-url", BASE_URL]
    # Its own settings only: neither the caller's variables nor a configuration file may bend the demo.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PRESSESCHAU_")}
    environment["PRESSESCHAU_CLOCK"] = NIGHTS[night].isoformat()
    done = subprocess.run(command, cwd=output, env=environment, check=False)  # noqa: S603  # no text of others in it
    if done.returncode:
        raise NightFailed(f"night {night} ended with status {done.returncode}; its report is in {output / 'reports'}")
    report: dict[str, Any] = json.loads((output / "reports" / "latest.json").read_bytes())
    return report


def _clear(output: Path) -> None:
    if output.exists() and any(output.iterdir()):
        if not (output / MARKER).exists():
            raise OutputInUse(f"{output} holds other things than a demo; name an empty or new directory with --output")
        shutil.rmtree(output)
    output.mkdir(parents=True, exist_ok=True)
    (output / MARKER).write_text("Made by `presseschau demo`, which may remove this directory.\n", encoding="utf-8")
