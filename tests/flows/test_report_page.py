"""The page of the warehouse that a run leaves, and its link in the UI."""

from logging import WARNING

import pytest

pytestmark = pytest.mark.flow


def links_of(project) -> dict[str, str]:
    """Return the artifacts that name a file of the project, key -> data."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        answer = client.request("POST", "/artifacts/filter", json={"sort": "CREATED_DESC"})
    return {
        item["key"]: item["data"] for item in answer.json() if str(project) in str(item["data"])
    }


def archive():
    from flows.archive import archive as flow

    return flow(workers=1)


def test_a_run_writes_the_page_and_links_it(project, raw):
    """The page lies beside the views and is as the run left them."""
    summary = archive()
    page = project / "warehouse" / "report.html"
    text = page.read_text(encoding="utf-8")
    assert f'Version <a href="#sql-totals">{summary.version}</a>' in text
    assert summary.run_id in text
    assert page.as_uri() in links_of(project)["report"]


def test_the_page_can_be_turned_off(project, raw):
    """`[report] page = false`: no file, no link."""
    (project / "copydesk.toml").write_text("[report]\npage = false\n")
    archive()
    assert not (project / "warehouse" / "report.html").exists()
    assert "warehouse" in links_of(project)
    assert "report" not in links_of(project)


def test_a_page_that_cannot_be_written_fails_no_run(project, raw):
    """The views are out: the run warns and goes on."""
    page = project / "warehouse" / "report.html"
    page.mkdir(parents=True)
    summary = archive()
    assert summary.document_count == 3
    assert "report" not in links_of(project)
    assert any("no report: " in message and str(page) in message for message in warnings_of_runs())


def warnings_of_runs() -> list[str]:
    """Return what runs warned of, as the UI shows it; the log is sent in batches."""
    from prefect.client.orchestration import get_client
    from prefect.logging.handlers import APILogWorker

    APILogWorker.instance().drain()
    with get_client(sync_client=True) as client:
        answer = client.request("POST", "/logs/filter", json={"logs": {"level": {"ge_": WARNING}}})
    return [item["message"] for item in answer.json()]
