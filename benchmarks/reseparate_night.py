"""Reading an archived night again, in one process and in two, one after the other in the same run.

    python -m benchmarks.reseparate_night [PAGE_COUNT]

The night is that of `benchmarks.crawl_night`. Before each reading the store forgets which separation read its pages.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.crawl_night import NIGHT, nginx, run_the_night, write_site
from benchmarks.processes import children_cpu_seconds
from presseschau.nightly import Night, run_night

ORDER = (1, 2, 1, 2)


def read_again(output: Path, processes: int) -> None:
    with sqlite3.connect(output / "presseschau.sqlite") as connection:
        connection.execute("UPDATE pages SET separation = NULL")
    connection.close()
    started_at, before, others_before = time.perf_counter(), time.process_time(), children_cpu_seconds()
    report = run_night(Night(command="reseparate", output=output, processes=processes, clock=NIGHT))
    if report.reseparation is None or report.reseparation["faults"]:
        raise SystemExit(f"it went wrong: {report.reseparation}")
    cpu, others = time.process_time() - before, children_cpu_seconds() - others_before
    seconds = time.perf_counter() - started_at
    print(json.dumps({"pages": report.reseparation["page_count"], "seconds": seconds, "cpu": cpu, "others": others}))


def main() -> None:
    if len(sys.argv) == 4 and sys.argv[1] == "--read":
        read_again(Path(sys.argv[2]), int(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        directory.chmod(0o755)
        write_site(directory / "site", count)
        with nginx(directory) as origin:
            run_the_night(origin, directory / "output")
        for processes in ORDER:
            command = [sys.executable, "-m", "benchmarks.reseparate_night", "--read", str(directory / "output")]
            done = subprocess.run([*command, str(processes)], check=True, stdout=subprocess.PIPE, text=True)
            facts = json.loads(done.stdout)
            speed = f"{facts['pages'] / facts['seconds']:6.1f} pages/s"
            cpu = f"CPU {facts['cpu']:.1f} s here, {facts['others']:.1f} s in the processes"
            print(f"{processes} processes  {speed}  {cpu}  load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
