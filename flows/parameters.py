"""The parameters of the flows: what each means, which values it may have. The form in the UI is made of this."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

RawFolder = Annotated[
    Path | None,
    Field(title="Raw folder", description="Folder of raw text. Empty: `raw` of copydesk.toml."),
]
WarehouseFolder = Annotated[
    Path | None,
    Field(
        title="Warehouse",
        description="Folder of the warehouse. Empty: `warehouse` of copydesk.toml.",
    ),
]
Workers = Annotated[
    int | None,
    Field(
        title="Workers",
        ge=1,
        description="Processes that annotate at once. Empty: `workers` of copydesk.toml, else one a core.",
    ),
]
BatchDocuments = Annotated[
    int | None,
    Field(
        title="Documents in a batch",
        ge=1,
        le=100_000,
        description="At most so many. Empty: `batch_documents` of copydesk.toml.",
    ),
]
Verify = Annotated[
    bool,
    Field(
        title="Verify",
        description="Read every raw file, also those whose time stamps are as they were.",
    ),
]
OnlyIfChanged = Annotated[
    bool,
    Field(
        title="Only if something changed",
        description="Look first, and end at once where the raw folder is as the warehouse knows it: then nothing "
        "is written. New versions of annotators alone are no reason to start.",
    ),
]
