"""Memory over many separations in one process: `python -m benchmarks.separation.watch_memory [COUNT]`.

The pages of all sets, again and again; what the process holds is told every so many of them. Pages are read from the
disk one by one, so that nothing but separation is measured.
"""

import argparse
from itertools import cycle, islice
from pathlib import Path

from benchmarks.separation.pages import SETS, find_pages_folder, load_pages
from benchmarks.separation.time_pages import separate

COUNT = 100_000
EVERY = 5_000


def resident_megabytes() -> float:
    """What the process holds now, not what it once held: /proc/self/status, Linux only."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024


def main() -> None:
    """Prints a line every so many pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=COUNT, help="how many separations")
    count = parser.parse_args().count
    folder = find_pages_folder()
    if folder is None:
        parser.error("set PRESSESCHAU_PAGES to the folder of pages with known bodies")
    endless = (page for name in cycle(SETS) for page in load_pages(folder, name))
    for done, page in enumerate(islice(endless, count), start=1):
        separate(page)
        if done % EVERY == 0:
            print(f"{done:,}: {resident_megabytes():.0f} MB", flush=True)


if __name__ == "__main__":
    main()
