"""The page in Chromium, with no host to be reached: its script runs, and nothing else does."""

from __future__ import annotations

import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus_stats.report.build import Report

pytestmark = pytest.mark.browser

REFUSED = ("--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--disable-background-networking")


class Browser:
    """Chromium through chromedriver: plain HTTP on this machine, as the WebDriver standard has it."""

    def __init__(self, driver: str, profile: Path) -> None:
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", *REFUSED]
        wanted = {
            "goog:chromeOptions": {"binary": "/usr/bin/chromium", "args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        self.address = f"{driver}/session"
        answer = self.post("", {"capabilities": {"alwaysMatch": wanted}})
        self.address += f"/{answer['sessionId']}"

    def post(self, path: str, values: dict[str, Any]) -> Any:
        data = json.dumps(values).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, page: Path, width: int = 1280) -> None:
        self.post("/url", {"url": "about:blank"})
        self.logs("browser"), self.logs("performance")
        # A window of Chromium is never as narrow as a phone; the screen that it emulates is.
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.post("/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": screen})
        self.post("/url", {"url": page.as_uri()})

    def run(self, script: str) -> Any:
        return self.post("/execute/sync", {"script": script, "args": []})

    def logs(self, kind: str) -> list[dict[str, Any]]:
        return list(self.post("/se/log", {"type": kind}))

    def requests(self) -> list[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.logs("performance")]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    command = ["/usr/bin/chromedriver", "--port=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as driver:
        assert driver.stdout is not None
        lines = iter(driver.stdout.readline, "")
        port = next(found[1] for line in lines if (found := re.search(r"successfully on port (\d+)", line)))
        opened = Browser(f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("profile"))
        try:
            yield opened
        finally:
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
                urllib.request.Request(opened.address, method="DELETE"), timeout=60
            ).close()
            driver.terminate()


@pytest.fixture(scope="session")
def page(report: Report) -> Path:
    assert report.folder is not None
    return report.folder / "index.html"


def test_the_page_loads_without_a_message_or_a_request_to_any_host(browser: Browser, page: Path):
    browser.open(page)
    loaded = browser.run("return [...document.images].filter(image => image.naturalWidth > 0).length")

    assert browser.logs("browser") == []
    assert [url for url in browser.requests() if not url.startswith(("data:", page.as_uri()))] == []
    assert loaded == browser.run("return document.images.length") > 4


def test_a_filter_leaves_the_rows_that_hold_its_words(browser: Browser, page: Path):
    browser.open(page)
    shown = browser.run("""
        const input = document.querySelector("input[data-filters$=hits-lines]");
        input.value = "TYRANT delegitim"; input.dispatchEvent(new Event("input"));
        const rows = [...document.getElementById(input.dataset.filters).tBodies[0].rows];
        const count = document.getElementById(input.dataset.filters + "-count").textContent;
        const shown = rows.filter(row => !row.hidden).map(row => row.querySelector(".passage").textContent);
        return [shown, rows.length, count];
    """)

    assert shown == [["tyrant"] * 3, 8, "3 of 8 rows"]


def test_a_heading_sorts_its_numbers_and_says_so(browser: Browser, page: Path):
    browser.open(page)
    found = browser.run("""
        const table = document.getElementById("x-01-composition");
        const heading = [...table.tHead.rows[0].cells].find(cell => cell.textContent === "characters");
        const answer = [];
        for (let turn = 0; turn < 2; turn++) {
            heading.querySelector("button").click();
            const numbers = [...table.tBodies[0].rows].map(row => Number(row.cells[heading.cellIndex].dataset.order));
            answer.push([heading.getAttribute("aria-sort"), numbers]);
        }
        return answer;
    """)
    numbers = found[0][1]

    assert found == [["descending", sorted(numbers, reverse=True)], ["ascending", sorted(numbers)]]


def test_a_number_opens_its_passages_and_a_passage_its_place(browser: Browser, page: Path):
    browser.open(page)
    found = browser.run("""
        const link = [...document.querySelectorAll("#x-03-terms td.number a")].find(a => a.textContent === "1");
        link.click();
        const dialog = document.querySelector("dialog");
        const passage = dialog.querySelector("mark").textContent, open = dialog.open;
        dialog.querySelector("li a").click();
        return [open, passage, link.closest("tr").cells[0].textContent];
    """)
    arrived = browser.run(
        "const here = [...document.querySelectorAll('.here')].map(piece => piece.textContent).join('');"
        "return [document.querySelector('dialog').open, here]"
    )

    assert (found[0], found[1] in found[2].split(" | ") or found[1] == found[2]) == (True, True)
    assert arrived == [False, found[1]]


def test_every_link_within_the_page_arrives(browser: Browser, page: Path):
    browser.open(page)
    lost = browser.run("""
        return [...document.querySelectorAll("a[href^='#']")].map(a => a.getAttribute("href").slice(1))
            .filter(key => !document.getElementById(key));
    """)

    assert lost == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_no_wider_than_the_screen(browser: Browser, page: Path, width: int):
    browser.open(page, width)

    assert browser.run("const root = document.documentElement; return root.scrollWidth - root.clientWidth") == 0


def test_on_a_phone_a_passage_is_read_without_scrolling_sideways(browser: Browser, page: Path):
    browser.open(page, 390)
    boxes = browser.run("""
        return [...document.querySelectorAll(".lines .scroll")].map(box => box.scrollWidth - box.clientWidth);
    """)

    assert len(boxes) > 0
    assert max(boxes) == 0


def test_on_a_phone_a_row_that_is_filtered_out_is_not_shown(browser: Browser, page: Path):
    browser.open(page, 390)
    heights = browser.run("""
        const input = document.querySelector("input[data-filters$=hits-lines]");
        input.value = "TYRANT delegitim"; input.dispatchEvent(new Event("input"));
        const rows = [...document.getElementById(input.dataset.filters).tBodies[0].rows];
        return rows.map(row => row.getBoundingClientRect().height > 0);
    """)

    assert sum(heights) == 3
