"""Our server beside nginx over the same files: answers a second for 200 and 304, errors, and whether memory grows.

    python benchmarks/serve_feeds.py [SECONDS]

Needs nginx and wrk (apt-get install nginx-light wrk). Made-up articles; loopback only.
"""

import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic
from tests.feeds.serving import ask, documented_nginx

RUN_SERVER = """
import sys
from pathlib import Path
import uvicorn
from feeds.server import build_app
uvicorn.run(build_app(Path(sys.argv[1]), None), port=int(sys.argv[2]), log_level="warning", access_log=False)
"""


def load(address: str, headers: dict[str, str], seconds: int) -> float:
    """Answers a second; says so when any was an error."""
    command = ["wrk", "-t2", "-c64", f"-d{seconds}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run([*command, f"{address}/all.atom"], check=True, capture_output=True, text=True).stdout
    if errors := re.findall(r"Socket errors.*|Non-2xx.*", said):
        print("   ", *errors)
    (rate,) = re.findall(r"Requests/sec:\s+([\d.]+)", said)
    return float(rate)


def memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    (kilobytes,) = re.findall(r"VmRSS:\s+(\d+)", status)
    return int(kilobytes) / 1024


KINDS = ("200 packed", "200 plain", "304")


def measure(name: str, address: str, seconds: int) -> list[float]:
    """Answers a second of each kind; nginx packs each answer anew, as its documented configuration has it."""
    packed = {"Accept-Encoding": "gzip"}
    etag = ask(address, "/all.atom", headers=packed).headers["etag"]
    rates = [load(address, headers, seconds) for headers in (packed, {}, packed | {"If-None-Match": etag})]
    print(name, *(f"{kind}: {rate:.0f}/s" for kind, rate in zip(KINDS, rates, strict=True)), sep="   ", flush=True)
    return rates


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not installed: apt-get install wrk")
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary)
        articles = [
            revision(f"n{number}", text="Ein Satz. " * 300 + "Ende.", topics=(topic("SPD"),)) for number in range(50)
        ]
        publish_feeds(store_of(articles), directory / "output", base_url="https://example.org")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-c", RUN_SERVER, str(directory / "output"), str(port)]
        with subprocess.Popen(command) as server:
            address = f"http://127.0.0.1:{port}"
            subprocess.run(
                ["curl", "-s", "-o", "/dev/null", "--retry", "20", "--retry-connrefused", address], check=True
            )
            load(address, {}, 1)
            before = memory_mb(server.pid)
            ours = measure("serve", address, seconds)
            print(f"         memory {before:.0f} MB before, {memory_mb(server.pid):.0f} MB after")
            server.terminate()
        with documented_nginx(directory / "output") as address:
            theirs = measure("nginx", address, seconds)
        ratios = (f"{kind}: {our / their:.2f}" for kind, our, their in zip(KINDS, ours, theirs, strict=True))
        print("ratio", *ratios, sep="   ")


if __name__ == "__main__":
    main()
