"""What commands share: how errors are told, which settings hold, the options for folders."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click

from copydesk.errors import ConfigError, CopydeskError, WarehouseError
from copydesk.settings import Settings, find_project, load_settings

P = ParamSpec("P")
EXIT_FAILED = 1
EXIT_USAGE = 2

folder = click.Path(file_okay=False, path_type=Path)
warehouse_option = click.option(
    "--warehouse", type=folder, help="Folder of the warehouse. [copydesk.toml: warehouse]"
)


def explained(command: Callable[P, None]) -> Callable[P, None]:
    """Turn the errors that copydesk raises on purpose into one message and an exit code."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except CopydeskError as error:
            click.echo(f"copydesk: {error}", err=True)
            is_usage = isinstance(error, ConfigError | WarehouseError)
            raise SystemExit(EXIT_USAGE if is_usage else EXIT_FAILED) from error

    return wrapped


def settings_here(**overrides: Any) -> Settings:  # noqa: ANN401  # checked by the settings
    """Return the settings of the project that the command is called in."""
    for name in ("raw", "warehouse"):
        if overrides.get(name) is not None:
            overrides[name] = overrides[name].resolve()
    return load_settings(find_project(Path.cwd()), **overrides)
