"""Pages that were turned down, kept as they came in, so that a person can see why.

`<directory>/<run id>/<page>.html` holds the body, decoded as the transfer asked; `<page>.json` says what and why.
Everything below the directory may be deleted at any time.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrapy.settings import BaseSettings

from articles.replace_file import replace_file
from crawler.errors import QuarantineFailed


@dataclass(frozen=True, kw_only=True, slots=True)
class Quarantine:
    """The quarantine of one run."""

    directory: Path
    run_id: str

    def path(self, url: str) -> Path:
        """Where the body of a page turned down in this run is kept, whether there is one or not."""
        name = hashlib.sha256(url.encode()).hexdigest()[:16]
        return self.directory / self.run_id / f"{name}.html"

    def save_page(self, url: str, body: bytes, *, reason: str, status: int, at: datetime) -> Path:
        """Keep a page; of a page turned down twice in a run, the last.

        Raises: QuarantineFailed.
        """
        path = self.path(url)
        facts = {"url": url, "reason": reason, "status": status, "fetched_at": at.isoformat(), "bytes": len(body)}
        try:
            replace_file(path, [body])
            replace_file(path.with_suffix(".json"), [json.dumps(facts, ensure_ascii=False, indent=2).encode() + b"\n"])
        except OSError as error:
            raise QuarantineFailed(f"{url} was turned down ({reason}), and cannot be kept: {error}") from error
        return path


def find_quarantine(settings: BaseSettings, run_id: str) -> Quarantine | None:
    """The quarantine in the directory that the setting PRESSESCHAU_QUARANTINE names; None when it names none."""
    directory = settings.get("PRESSESCHAU_QUARANTINE")
    return Quarantine(directory=Path(directory), run_id=run_id) if directory else None
