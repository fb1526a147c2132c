"""A PostgreSQL of its own for a test: a cluster in a temporary folder, run by a user who may do nothing else."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from serving import free_port

PLACES = [
    *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
    *map(Path, os.get_exec_path()),
]


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs; None where there is no PostgreSQL."""
    return next((place for place in PLACES if (place / "initdb").is_file()), None)


@contextmanager
def postgres(programs: Path) -> Iterator[str]:
    """Run a PostgreSQL and give the address of its database."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-postgres-"))
    # It refuses to run as root, as tests in a container do.
    user = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "nobody", "nogroup")
    port, data = free_port(), folder / "data"
    subprocess.run(
        [programs / "initdb", "--auth=trust", "--username=prefect", "--no-sync", "-D", data],
        check=True,
        capture_output=True,
        cwd=folder,
        **user,
    )
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-p", str(port), "-k", folder, "-F"],
            stdout=log,
            stderr=log,
            cwd=folder,
            **user,
        )
    try:
        yield f"postgresql://prefect@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()  # waits for its clients: they have ended by then
        server.wait(60)
        shutil.rmtree(folder)


def ask(programs: Path, address: str, sql: str) -> str:
    """Ask a database with psql."""
    client = [programs / "psql", "--no-psqlrc", "--tuples-only", "--no-align", address, "-c", sql]
    return subprocess.run(client, check=True, capture_output=True, text=True).stdout.strip()
