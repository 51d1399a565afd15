"""In a browser: nothing is fetched, and tables are sorted by keyboard."""

import json
import os
import shutil
import subprocess
from itertools import count
from pathlib import Path

import pytest
from command import run

POINTS = Path(__file__).parents[2] / "scorecards" / "decision-766"
CHROMIUM = shutil.which("chromium")
ORDER = "[...document.querySelectorAll('tbody tr')].sort((a, b) => a.offsetTop - b.offsetTop)"
FIRST = f"{ORDER}[0].querySelector('th').innerText"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None or os.name != "posix", reason="there is no Chromium"),
]


class Browser:
    """A browser that is spoken to through a pipe."""

    def __init__(self, folder: Path) -> None:
        told, self._out = os.pipe()
        self._in, said = os.pipe()
        words = f"exec {CHROMIUM} --headless=new --no-sandbox --disable-gpu --remote-debugging-pipe"
        self.process = subprocess.Popen(
            ["/bin/bash", "-c", f"{words} --user-data-dir={folder} 3<&{told} 4>&{said}"],
            pass_fds=(told, said),
            stderr=subprocess.DEVNULL,
        )
        self._numbers, self.events, self._session = count(1), list[str](), ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]

    def ask(self, method: str, **params: object) -> dict[str, str]:
        number = next(self._numbers)
        session = {"sessionId": self._session} if self._session else {}
        asked = {"id": number, "method": method, "params": params, **session}
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            said = b""
            while not said.endswith(b"\0"):
                said += os.read(self._in, 1)
            found = json.loads(said[:-1])
            if found.get("id") == number:
                result: dict[str, str] = found["result"]
                return result
            if found.get("method") == "Network.requestWillBeSent":
                self.events.append(found["params"]["request"]["url"])

    def value(self, script: str) -> object:
        found: object = self.ask("Runtime.evaluate", expression=script)["result"]
        assert isinstance(found, dict)
        return found.get("value")

    def press(self, key: str, code: int) -> None:
        for type_ in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=type_, key=key, windowsVirtualKeyCode=code)


def test_nothing_is_fetched_and_tables_are_sorted_by_keyboard(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("compare", POINTS, "--level", "province", "-o", page).code == 0
    browser = Browser(tmp_path / "profile")
    try:
        browser.ask("Network.enable")
        browser.ask("Page.navigate", url=page.as_uri())
        while browser.value("document.readyState") != "complete" or not browser.value(FIRST):
            pass
        firsts = [browser.value(FIRST)]
        browser.press("Tab", 9)
        for _ in range(3):
            browser.press("ArrowRight", 39)
            firsts.append(browser.value(FIRST))
        # By rank, by unit, by publicity, by time.
        assert firsts == ["Dong Thap", "An Giang", "Ca Mau", "Ninh Binh"]
        assert browser.events == [page.as_uri()]
    finally:
        browser.process.terminate()
        browser.process.wait()
