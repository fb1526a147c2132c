"""The Prefect UI as a person sees it: a headless browser opens the pages of a project that is served."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Served, wait_for

pytest.importorskip("playwright")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.flow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium"),
]
SHOTS = "SCREENSHOTS"
"""Names a folder for pictures of the pages: `SCREENSHOTS=/tmp/shots pytest tests/flows/test_interface.py`."""


@pytest.fixture
def page(served: Served) -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium's sandbox needs rights that a container does not give; the only pages are our own.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        try:
            yield browser.new_page(viewport={"width": 1280, "height": 860})
        finally:
            browser.close()


def shoot(page, name: str) -> None:
    """Keep a picture of a page, where somebody wants to see it."""
    if folder := os.environ.get(SHOTS):
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(1000)  # what moves comes to rest
        page.screenshot(path=f"{folder}/{name}.png")


def test_a_run_shows_its_graph_logs_and_artifacts(served: Served, page):
    """Its name says what it did; the graph has its tasks, the log the library's own words, the artifacts the report."""
    run_id = served.start("archive/nightly", verify=True, workers=1, batch_documents=1)
    name = served.wait_for_state(run_id, "COMPLETED", "FAILED")["name"]
    wait_for(lambda: shown(served, run_id) >= {"discover", "publish"}, 60, served)

    page.goto(f"{served.address}/v2/runs/flow-run/{run_id}")
    page.get_by_text(name).first.wait_for()
    page.get_by_text("plan: to_annotate=").first.wait_for()
    page.locator("canvas").first.wait_for()
    shoot(page, "run")
    page.get_by_role("tab", name="Task Runs").click()
    page.get_by_text("discover").first.wait_for()
    page.get_by_role("tab", name="Artifacts").click()
    page.get_by_text("archive-summary").first.wait_for()
    page.goto(f"{served.address}/v2/artifacts/artifact/{artifact_id(served, run_id)}")
    page.get_by_text("sources found").first.wait_for()
    shoot(page, "artifact")


def test_deployments_and_their_forms_are_explained(served: Served, page):
    """The list names the four; the form of a run says what each parameter means."""
    page.goto(f"{served.address}/v2/deployments")
    for name in ("nightly", "on-arrival", "manual", "weekly"):
        page.get_by_text(name, exact=True).first.wait_for()
    shoot(page, "deployments")
    deployment = served.deployments()["archive/nightly"]["id"]
    page.goto(f"{served.address}/v2/deployments/deployment/{deployment}/run")
    page.get_by_text("Read every raw file").first.wait_for()
    shoot(page, "form")


def test_a_plan_that_is_not_approved_is_not_carried_out(served: Served, page):
    """The dialog shows the plan; whoever resumes without switching it on cancels the run."""
    run_id = served.start("reannotate/manual", verify=True)
    served.wait_for_state(run_id, "PAUSED", "FAILED")
    page.goto(f"{served.address}/v2/runs/flow-run/{run_id}")
    page.get_by_text("waiting for approval").first.wait_for()
    page.locator("button:has(svg.lucide-ellipsis-vertical)").first.click()
    page.get_by_role("menuitem", name="Resume").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("What the run would do").wait_for()
    dialog.get_by_text("Switched on, the run starts").wait_for()
    shoot(page, "approval")
    dialog.get_by_role("button", name="Resume").click()
    assert served.wait_for_state(run_id, "CANCELLED", "COMPLETED")["name"] == "not approved"


def test_the_pages_send_nothing_to_strangers(served: Served, page):
    """With analytics off they still ask for the settings of analytics, as docs/operating.md says, and for nothing else."""
    asked: list[tuple[str, str, str | None]] = []
    page.on("request", lambda item: asked.append((item.url, item.method, item.post_data)))
    for place in ("v2/dashboard", "v2/deployments", "v2/automations"):
        page.goto(f"{served.address}/{place}")
        page.wait_for_timeout(4000)
    strange = [item for item in asked if not item[0].startswith((served.address, "data:"))]
    config = "https://sr-client-cfg.amplitude.com/config/"
    assert [item for item in strange if not item[0].startswith(config)] == []
    assert {(method, body) for _, method, body in strange} <= {("GET", None)}


def artifact_id(served: Served, run_id: str) -> str:
    """The summary that a run left."""
    query = {"artifacts": {"flow_run_id": {"any_": [run_id]}, "key": {"any_": ["archive-summary"]}}}
    [found] = served.ask("artifacts/filter", query)
    return found["id"]


def shown(served: Served, run_id: str) -> set[str]:
    """The names of a run's tasks that the server has recorded so far."""
    query = {"flow_runs": {"id": {"any_": [run_id]}}}
    return {task["name"] for task in served.ask("task_runs/filter", query)}
