"""The demo publisher by hand."""

import subprocess
import sys
import urllib.request


def test_it_prints_its_origin_and_serves_the_night_asked_for() -> None:
    command = [sys.executable, "-m", "presseschau.demo", "--night", "2", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout is not None
            origin = served.stdout.readline().strip()
            with urllib.request.urlopen(f"{origin}/news/c/sternwarte") as response:
                assert "Nächtlicher Himmel" in response.read().decode()
        finally:
            served.kill()


def test_a_night_that_there_is_none_of_is_refused() -> None:
    done = subprocess.run([sys.executable, "-m", "presseschau.demo", "--night", "3"], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"--night" in done.stderr
