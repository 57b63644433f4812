"""Templates to HTML; what a template is given is escaped unless the template says that it is HTML already."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def render(template: str, **values: Any) -> str:
    """The template of this name with these values."""
    return _environment().get_template(template).render(**values)


def read_asset(name: str) -> str:
    """A style sheet or script of ours, to be put into a page."""
    return files("presseschau.explaining").joinpath("assets", name).read_text(encoding="utf-8")


def script_hash(script: str) -> str:
    """How a Content-Security-Policy names the one script it lets run (CSP Level 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("presseschau.explaining"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals.update(asset=read_asset)
    return environment
