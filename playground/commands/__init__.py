"""The commands behind ``playground …``. Importing this loads typer; torch comes only where a command needs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from playground.commands import check, demo, desktop, evaluate, export, import_model, listings, predict, train
from playground.commands.failures import INTERRUPTED, Failure, usage

# Usage errors of the parser: the class that typer shares with click, wherever this version of typer keeps it.
UsageError: type[BaseException] = typer.BadParameter.__mro__[1]

app = typer.Typer(
    name="playground",
    help="Build neural networks on a canvas, train them, watch them learn, take them away.",
    epilog="playground [PROJECT|PRESET] opens the window; --in-thread trains in its process, for debugging.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("demo", short_help="Let the window drive itself once.")(demo.demo)
app.command("train", short_help="Train a project without a window.")(train.train)
app.command("check", short_help="Shapes, parameters and problems of a project.")(check.check)
app.command("export", short_help="Write weights or model as a file.")(export.export)
app.command("import", short_help="Make a trained bundle of an ONNX model.")(import_model.import_model)
app.command("predict", short_help="Ask a trained network about files.")(predict.predict)
app.command("evaluate", short_help="How well a trained network does, and where it is wrong.")(evaluate.evaluate)
app.command("presets")(listings.presets)
app.command("layers")(listings.layers)
app.add_typer(listings.datasets_app, name="datasets")
app.command("schema")(listings.schema)
app.command("info")(listings.info)


@app.callback(invoke_without_command=True)
def _options(
    version: bool = typer.Option(False, "--version", help="Print the version and exit."),
    install_desktop: bool = typer.Option(
        False, "--install-desktop", help="Put the program into the desktop's menu, with its icon and its files."
    ),
    uninstall_desktop: bool = typer.Option(False, "--uninstall-desktop", help="Take that away again."),
) -> None:
    if install_desktop or uninstall_desktop:
        if install_desktop and uninstall_desktop:
            raise usage("--install-desktop and --uninstall-desktop ask for opposite things.")
        desktop.install() if install_desktop else desktop.uninstall()
        raise typer.Exit
    if version:
        from playground import __version__

        print(f"playground {__version__}")
        raise typer.Exit


def run(words: Sequence[str]) -> int:
    """Run one command. Every failure is one line on standard error and the exit status of its kind."""
    command = typer.main.get_command(app)
    try:
        code = int(command.main(list(words), prog_name="playground", standalone_mode=False) or 0)
    except Failure as failure:
        return _say(str(failure), failure.code)
    except UsageError as error:
        return _say(_parser_message(error), 2)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except BrokenPipeError:  # the reader of our output has gone, as in `playground info | head -1`
        sys.stderr.close()
        return 1
    if code == INTERRUPTED:  # the parser has caught the Ctrl-C
        raise KeyboardInterrupt
    return code


def _parser_message(error: BaseException) -> str:
    message = str(getattr(error, "format_message", lambda: error)())
    message = message.replace(
        "Input should be a valid integer, unable to parse string as an integer", "not a whole number"
    )
    context = getattr(error, "ctx", None)
    where = f" (see {context.command_path} --help)" if context is not None else ""
    return f"{' '.join(message.split()).rstrip('.')}{where}."


def _say(message: str, code: int) -> int:
    print(f"playground: {message}", file=sys.stderr)
    return code
