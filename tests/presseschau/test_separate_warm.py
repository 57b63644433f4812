"""`presseschau separate --warm`: pages of a site teach each other."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crawler.separation.furniture.rotating_publisher import Story, offered_sentences, publish, render


def separate(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "presseschau", "separate", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)


def lines(stories: list[Story]) -> bytes:
    given = [{"id": story.number, "url": story.url, "html": render(story, stories)} for story in stories]
    return "\n".join([*map(json.dumps, given), "no page"]).encode()


def test_a_stream_keeps_its_order_and_loses_its_ads() -> None:
    stories = publish(24)
    cold, warm = (
        [json.loads(line) for line in separate("--jsonl", *options, stdin=lines(stories)).stdout.splitlines()]
        for options in ((), ("--warm",))
    )
    assert [record["id"] for record in warm] == [*range(24), None]
    assert "line 25" in warm[-1]["error"]
    assert [record["text"] for record in warm[:-1]] == [story.text for story in stories]
    assert any(said in record["text"] for record in cold[:-1] for said in offered_sentences(stories))


def test_files_of_one_site_teach_each_other(tmp_path: Path) -> None:
    stories = publish(16)
    paths = [tmp_path / f"{story.number:02}.html" for story in stories]
    for path, story in zip(paths, stories, strict=True):
        path.write_text(render(story, stories), encoding="utf-8")
    done = separate("--warm", *paths)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == [str(path) for path in paths]
    assert [record["text"] for record in records] == [story.text for story in stories]


@pytest.mark.parametrize("arguments", [("--warm",), ("--warm", "-"), ("--warm", "--as", "text", "a"), ("a", "b")])
def test_what_does_not_go_together_is_a_usage_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    done = separate(*(tmp_path / part if part in "ab" else part for part in arguments))
    assert done.returncode == 2
    assert b"--warm" in done.stderr
