"""In a browser: nothing is fetched, tables are sorted by keyboard, and all can read them."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from command import run

POINTS = Path(__file__).parents[2] / "scorecards" / "decision-766"
CARDS = POINTS.parent / "mobilization"
GLOBAL = ("/usr/local/lib/node_modules", "/usr/share/nodejs")
CHROMIUM = shutil.which("chromium")
ORDER = "[...document.querySelectorAll('tbody tr')].sort((a, b) => a.offsetTop - b.offsetTop)"
TITLE = "document.querySelector('h1')?.innerText"
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
        asked = {"expression": script, "awaitPromise": True, "userGesture": True}
        found: object = self.ask("Runtime.evaluate", **asked)["result"]
        assert isinstance(found, dict)
        return found.get("value")

    def press(self, key: str, code: int) -> None:
        for type_ in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=type_, key=key, windowsVirtualKeyCode=code)

    def show(self, page: Path) -> None:
        self.ask("Page.navigate", url=page.as_uri())
        while self.value("document.readyState") != "complete" or not self.value(TITLE):
            pass


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    found = Browser(tmp_path / "profile")
    yield found
    found.process.terminate()
    found.process.wait()


def node_package(name: str) -> Path | None:
    """Return a file of a package of npm where it is installed: for all, or under NODE_PATH."""
    places = [*os.environ.get("NODE_PATH", "").split(":"), "/usr/lib/node_modules", *GLOBAL]
    return next((Path(each, name) for each in places if Path(each, name).exists()), None)


AXE, VALIDATE = (
    node_package("axe-core/axe.min.js"),
    node_package("html-validate/bin/html-validate.mjs"),
)


def pages(folder: Path) -> list[Path]:
    """Write a page of every kind, in three languages."""
    for language in ("en", "vi", "ar"):
        said = ("--lang", language)
        run("compare", POINTS, "--level", "province", "-o", folder / f"c-{language}.html", *said)
        run("show", CARDS, "-o", f"{folder / language}/", *said)
    return sorted(folder.rglob("*.html"))


@pytest.mark.skipif(AXE is None, reason="there is no axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: str, tmp_path: Path, browser: Browser) -> None:
    assert AXE
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    for page in pages(tmp_path / "pages"):
        browser.show(page)
        browser.ask("Emulation.setEmulatedMedia", features=features)
        browser.value(AXE.read_text("utf-8"))
        script = "axe.run().then(found => JSON.stringify(found.violations.map(each => each.id)))"
        assert (page.name, browser.value(script)) == (page.name, "[]")


@pytest.mark.skipif(VALIDATE is None, reason="there is no html-validate")
def test_html_is_valid(tmp_path: Path) -> None:
    words = ["node", str(VALIDATE), "--rule", "long-title:off", *map(str, pages(tmp_path))]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)


def test_nothing_is_fetched_and_tables_are_sorted_by_keyboard(
    tmp_path: Path, browser: Browser
) -> None:
    page = tmp_path / "page.html"
    assert run("compare", POINTS, "--level", "province", "-o", page).code == 0
    browser.ask("Network.enable")
    browser.show(page)
    firsts = [browser.value(FIRST)]
    browser.press("Tab", 9)
    for _ in range(3):
        browser.press("ArrowRight", 39)
        firsts.append(browser.value(FIRST))
    # By rank, by unit, by publicity, by time.
    assert firsts == ["Dong Thap", "An Giang", "Ca Mau", "Ninh Binh"]
    assert browser.events == [page.as_uri()]


def test_tables_are_copied_whole_and_without_what_only_a_page_can_do(
    tmp_path: Path, browser: Browser
) -> None:
    page = tmp_path / "page.html"
    assert run("compare", POINTS, "--level", "province", "-o", page).code == 0
    browser.show(page)
    browser.ask("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.ask("Page.bringToFront")
    browser.value("document.execCommand('selectAll') && document.execCommand('copy')")
    read = "navigator.clipboard.read().then(all => all[0].getType('text/html'))"
    copied = browser.value(f"{read}.then(found => found.text())")
    assert isinstance(copied, str)
    rows = [re.sub("<[^>]+>", "|", row) for row in re.findall("<tr.*?</tr>", copied)]
    assert len(rows) == 35
    assert "||Dong Thap||68.53||" in rows[1]
    assert ("<text" in copied, "Sort by" in copied) == (False, False)
