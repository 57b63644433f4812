"""A real browser for tests: Chromium without a window, told what to do through two pipes.

It speaks the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol): JSON messages, each ended by a NUL.
No driver and no client library is needed for the few words that tests use.
"""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# Chromium reads file descriptor 3 and writes 4.
_WITH_PIPES = 'exec "$0" "$@" 3<&{0} 4>&{1}'
_OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")


class BrowserFailed(Exception):
    """The browser ended, or did not understand what it was told."""


@dataclass
class Browser:
    """A browser with one page."""

    commands: IO[bytes]
    events: IO[bytes]
    session: str | None = None
    count: int = 0
    seen: list[dict[str, Any]] = field(default_factory=list)
    """Events since the page was last opened."""

    def tell(self, method: str, **parameters: object) -> Any:
        """Have a method run; its result."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session is not None:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        self.commands.flush()
        while (answer := self._next()).get("id") != self.count:
            self.seen.append(answer)
        if "error" in answer:
            raise BrowserFailed(f"{method}: {answer['error']}")
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        said = b""
        while not said.endswith(b"\0"):
            part = self.events.read(1)
            if not part:
                raise BrowserFailed("it ended")
            said += part
        answer: dict[str, Any] = json.loads(said[:-1])
        return answer

    def open(self, address: str, *, width: int = 1280, scheme: str = "light") -> None:
        """Show a page, in a window of this width and a colour scheme; return when it was loaded."""
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.tell("Emulation.setDeviceMetricsOverride", **metrics)
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.seen.clear()
        self.tell("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.seen):
            self.seen.append(self._next())

    def complaints(self) -> list[str]:
        """What the browser said on its console, and what it could not load or forbade."""
        self.tell("Runtime.evaluate", expression="0")  # whatever was said before has arrived then
        kinds = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [json.dumps(event["params"]) for event in self.seen if event.get("method") in kinds]

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in JavaScript, waited for when it is a promise."""
        answer = self.tell("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserFailed(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.tell("Input.insertText", text=text)

    def picture(self, path: Path) -> None:
        """A picture of the whole page, as PNG."""
        size = self.tell("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 4000), "scale": 1}
        shot = self.tell("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))


@contextmanager
def open_browser(profile: Path) -> Iterator[Browser]:
    """A browser of its own, with an empty profile in this directory."""
    assert CHROMIUM is not None
    its_input, commands = os.pipe()
    events, its_output = os.pipe()
    script = _WITH_PIPES.format(its_input, its_output)
    options = [*_OPTIONS, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"]
    process = subprocess.Popen(
        ["bash", "-c", script, CHROMIUM, *options],
        pass_fds=(its_input, its_output),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(its_input)
    os.close(its_output)
    with os.fdopen(commands, "wb") as to_it, os.fdopen(events, "rb") as from_it:
        browser = Browser(to_it, from_it)
        pages = browser.tell("Target.getTargets")["targetInfos"]
        target = next(page["targetId"] for page in pages if page["type"] == "page")
        browser.session = browser.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            browser.tell(f"{domain}.enable")
        try:
            yield browser
        finally:
            process.terminate()
            process.wait()
