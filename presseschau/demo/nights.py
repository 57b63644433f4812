"""The two simulated nights of the demo publisher and the zone its clock on the wall shows."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")

NIGHTS: Mapping[int, datetime] = MappingProxyType(
    {
        1: datetime(2026, 11, 20, 3, 0, tzinfo=ZONE),
        2: datetime(2026, 11, 21, 3, 0, tzinfo=ZONE),
    }
)
"""When the nightly job of each night starts. Aware; nothing on the site is newer than its night."""
