"""The feeds over HTTP: an ASGI application over the published files, and feeds of any combination."""

from feeds.server.application import build_app

__all__ = ["build_app"]
