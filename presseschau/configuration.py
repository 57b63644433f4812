"""`presseschau.toml`: options of the command line, kept in a file.

Its keys are the long options without their dashes (`rate = 0.5`, `publisher = ["kettner"]`, `base-url = "https://…"`).
The command line wins over `PRESSESCHAU_*` variables, and they over this file.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import click

FILE_NAME = "presseschau.toml"


class ConfigurationError(click.ClickException):
    """The configuration file cannot be used."""

    exit_code = 2


def load_configuration(directory: Path, commands: Mapping[str, click.Command]) -> dict[str, dict[str, object]]:
    """The file's values as click's `default_map`: command → parameter → value. Empty when there is no file.

    Raises: ConfigurationError, naming the file and the key or line, when it is no TOML, or a key is no option of any
    command.
    """
    path = directory / FILE_NAME
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}") from error
    known = {name: _configurable(command) for name, command in commands.items()}
    every_option = set().union(*known.values())
    unknown = sorted(key for key in table if key not in every_option)
    if unknown:
        raise ConfigurationError(f"{path}: unknown key {unknown[0]!r}; known are {', '.join(sorted(every_option))}")
    return {
        name: {options[key]: value for key, value in table.items() if key in options} for name, options in known.items()
    }


def _configurable(command: click.Command) -> dict[str, str]:
    """A command's options by their key in the file, each with its parameter's name."""
    return {
        option.opts[0].removeprefix("--"): option.name
        for option in command.params
        if isinstance(option, click.Option) and option.name and option.envvar
    }
