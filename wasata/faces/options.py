"""What commands take and how they speak: options with their checks, the desk, the page, faults at the end."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date as day_type
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click

from wasata.desk import LANGUAGES, CodingError, CorrectionError, Desk, Fault, Recipe, StoreError, TableError
from wasata.faces import terminal

P = ParamSpec("P")
Command = Callable[P, None]
LEXICON = "WASATA_LEXICON"  # an analyst's folder, where none is named
HERE = "lexicon"  # the folder that is looked for where the command is run
_MANY = 10  # articles printed whole; of more, a line each


def plainly(command: Command[P]) -> Command[P]:
    """The command, with what a user can mend told in one line instead of a traceback."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (TableError, StoreError, CodingError, CorrectionError) as error:
            raise click.ClickException(str(error)) from None

    return told


def _day(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    try:
        return day_type.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2024-01-31") from None


def _lexicon(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """The analyst's folder: the one named, else that of WASATA_LEXICON, else lexicon here; none leaves it out."""
    named = value or os.environ.get(LEXICON)
    folder = named or HERE
    if folder == "none" or not (named or _holds_tables(folder)):
        return ""
    if not _holds_tables(folder):
        by = "" if value else f" ({LEXICON} names it)"
        what = "holds no folder ar/ or world/ with tables in it" if Path(folder).is_dir() else "is no folder"
        raise click.BadParameter(f"{folder} {what}{by}; see docs/guide/rows.md")
    if not named and any(table.name != "corrections.tsv" for table in Path(folder).rglob("*.tsv")):
        click.echo(f"wasata: with your own rows of {folder}/ (--lexicon none leaves them out)", err=True)
    return folder


def _holds_tables(folder: str) -> bool:
    return any((Path(folder) / name).is_dir() for name in (*LANGUAGES, "world"))


def _lexicon_to_write(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """The folder for rows of one's own, which is made when the first is written."""
    folder = value or os.environ.get(LEXICON) or HERE
    if folder == "none" or Path(folder).is_file():
        raise click.BadParameter(f"{folder} is no folder that rows could be written to; name one with --lexicon")
    return folder


def _lines_file(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if Path(value).is_dir():
        raise click.BadParameter(f"{value} is a folder; name a file of JSON lines, or give the folder to wasata read")
    return value


def _default_store() -> Path:
    """The store in the user's own data folder, which is made if need be."""
    import platformdirs

    return Path(platformdirs.user_data_dir("wasata", appauthor=False, ensure_exists=True)) / "wasata.duckdb"


given_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
given_file = click.argument("file", metavar="FILE.jsonl", callback=_lines_file)
with_store = click.option(
    "--store", metavar="FILE.duckdb", help="The store; else wasata.duckdb in your own data folder."
)
with_date = click.option(
    "--date", default="", callback=_day, metavar="YYYY-MM-DD", help="Day of publication, where unsaid."
)
with_language = click.option(
    "--language", default="ar", show_default=True, type=click.Choice(LANGUAGES), help="Language of the texts."
)
with_lexicon = click.option(
    "--lexicon",
    callback=_lexicon,
    metavar="FOLDER",
    help="Your own rows, laid over ours; else WASATA_LEXICON, else lexicon/ here; none for ours alone.",
)
own_folder = click.argument("folder", required=False, callback=_lexicon)
lexicon_to_write = click.option(
    "--lexicon",
    callback=_lexicon_to_write,
    metavar="FOLDER",
    help="Your own folder of rows; else WASATA_LEXICON, else lexicon/ here.",
)
with_workers = click.option(
    "--workers", default=0, type=click.IntRange(0, 64), help="Processes for long lists; 0: one a core."
)
with_least = click.option(
    "--least",
    default=0.0,
    type=click.FloatRange(0, 1),
    metavar="0..1",
    help="Keep only events whose confidence is at least this: the chance that type and both sides are right.",
)
with_labels = click.option(
    "--in", "shown", type=click.Choice(["en", "ar"]), help="Language of the labels; else as LANG says, else English."
)
with_plain = click.option("--plain", is_flag=True, help="No colours, no direction marks, whole lines.")


class Faults:
    """The faults met on the way: told at once on stderr, and owed to the caller as exit code 1 at the end."""

    def __init__(self) -> None:
        self.count = 0

    def told(self, found: Iterable[Any]) -> Iterator[Any]:
        """What was found without its faults."""
        for one in found:
            if isinstance(one, Fault):
                self.count += 1
                click.echo(f"wasata: {_at(one)}", err=True)
            else:
                yield one

    def leave(self) -> None:
        """Ends the command with exit code 1 where anything could not be read."""
        if self.count:
            sys.exit(1)


def _at(fault: Fault) -> str:
    """The fault with its place as editors like it: file:line."""
    place = f":{fault.place.removeprefix('line ')}" if fault.place.startswith("line ") else ""
    rest = f" {fault.place}:" if fault.place and not place else ""
    return f"{fault.path}{place}:{rest} {fault.message}"


def desk_of(options: dict[str, Any]) -> Desk:
    """The desk that a command asks: with a store only where the command has one."""
    path = Path(options["store"]) if options.get("store") else _default_store() if "store" in options else Path()
    workers = options.get("workers") or os.cpu_count() or 1
    return Desk(path, Recipe(overlay=options.get("lexicon") or "", least=options.get("least", 0.0)), workers=workers)


def page_of(plain: bool, shown: str | None, whole: bool = False) -> terminal.Page:
    """How to print: marks and colours only where a person reads at a terminal, labels in the language of the reader."""
    import shutil

    seen = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    language = shown or ("ar" if spoken.startswith("ar") else "en")
    return terminal.Page(min(shutil.get_terminal_size((100, 24)).columns, 120), plain or not seen, whole, language)


def is_long(paths: tuple[str, ...]) -> bool:
    """Whether there is more to read than a person wants to see whole."""
    files = 0
    for path in paths:
        place = Path(path)
        if place.suffix.lower() in (".jsonl", ".ndjson") and place.is_file():
            return place.stat().st_size > _MANY * 20_000
        files += sum(1 for _ in zip(place.rglob("*"), range(_MANY + 1), strict=False)) if place.is_dir() else 1
    return files > _MANY


def write_lines(lines: Iterable[bytes]) -> None:
    """Lines of JSON on stdout, sent on at once so that a pipe sees each document as it is done."""
    told = b"".join(line + b"\n" for line in lines)
    if told:
        out = sys.stdout.buffer
        out.write(told)
        out.flush()
