"""Who crawls a public host says who it is."""

import ipaddress
from urllib.parse import urlsplit

import click


class ContactMissing(click.UsageError):
    """A publisher's own hosts would be asked without a contact in the User-Agent."""


def require_contact(contact: str | None, origin: str | None) -> None:
    """Check that a contact is given, unless only this machine is asked.

    Raises: ContactMissing, saying how to give one.
    """
    if contact or (origin is not None and _is_loopback(urlsplit(origin).hostname or "")):
        return
    raise ContactMissing(
        "publishers want to know who is crawling: give --contact you@example.org, set PRESSESCHAU_CONTACT, or write "
        'contact = "you@example.org" into presseschau.toml'
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
