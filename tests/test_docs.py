"""The documents tell of every command, option, exit status and publisher there is, and link to what exists."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from crawler.running import publisher_titles
from presseschau.__main__ import COMMANDS, cli
from presseschau.exit_status import ExitStatus

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
SCHEMAS = ("presseschau/article/1", "presseschau/report/1")
OPERATE = (ROOT / "docs/operate.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_changelog_or_readme_and_shows_an_example(name: str) -> None:
    texts = [(ROOT / document).read_text(encoding="utf-8") for document in ("README.md", "CHANGELOG.md")]
    assert any(re.search(rf"`(presseschau )?{name}`", text) for text in texts)
    command = import_module(f"presseschau.commands.{name}").command
    shown = command.get_help(click.Context(command, info_name=name))
    assert f"presseschau {name}" in shown.partition("Example")[2]


def test_every_option_that_can_be_configured_is_documented() -> None:
    nightly = cli.commands["nightly"]
    for option in nightly.params:
        if isinstance(option, click.Option) and option.envvar and not option.hidden:
            assert f"`{option.opts[0]}" in OPERATE
            assert f"`{option.envvar}`" in OPERATE


@pytest.mark.parametrize("status", ExitStatus)
def test_every_exit_status_is_documented(status: ExitStatus) -> None:
    assert f"| {status.value} | {status.meaning.partition(';')[0].partition(',')[0]}" in OPERATE


def test_every_publisher_is_named() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for name, title in publisher_titles().items():
        assert f"`{name}`" in changelog, title


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if link and not (document.parent / link).exists()] == []
    places = re.findall(r"`((?:articles|crawler|feeds|presseschau|tests|docs)/[\w./-]+)`", text)
    assert [place for place in places if not (ROOT / place).exists() and place not in SCHEMAS] == []
