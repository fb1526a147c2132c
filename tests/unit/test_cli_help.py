"""The command line explains itself: every command, argument and option."""

import click
import pytest

from copydesk.cli import main


def commands(group=main, name="copydesk"):
    """Name and command of everything that can be called, groups too."""
    yield name, group
    for word, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{name} {word}")


ALL = dict(commands())


@pytest.mark.parametrize("name", ALL)
def test_a_command_says_what_it_does(name):
    """In a sentence, which the list of commands shows whole."""
    assert ALL[name].help
    first = ALL[name].help.split("\n\n")[0]
    assert first.endswith((".", "too."))
    assert "..." not in ALL[name].get_short_help_str(limit=200)


@pytest.mark.parametrize("name", ALL)
def test_each_option_says_what_it_is_for(name):
    """Each option has a help text that ends in a full stop, or in where its default is set."""
    for parameter in ALL[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.help.rstrip().endswith((".", "]")), parameter.help


@pytest.mark.parametrize("name", ALL)
def test_each_argument_is_explained(name):
    """An argument stands in the help of its command by the name that usage shows, or usage lists its values."""
    for parameter in ALL[name].params:
        if isinstance(parameter, click.Argument) and not isinstance(parameter.type, click.Choice):
            assert parameter.human_readable_name in ALL[name].help


@pytest.mark.parametrize("name", ALL)
def test_help_is_printed(name):
    """`--help` works without a project."""
    context = click.Context(ALL[name], info_name=name)
    assert ALL[name].get_help(context).startswith(f"Usage: {name}")
