"""The command line: words and shapes only; every answer comes from the desk."""

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import click

from wasata.desk import Change, Desk, Occurrence
from wasata.faces import terminal
from wasata.faces.lines import event_line, mention_lines
from wasata.faces.options import (
    Faults,
    desk_of,
    given_file,
    given_paths,
    is_long,
    lexicon_to_write,
    own_folder,
    page_of,
    plainly,
    with_date,
    with_labels,
    with_language,
    with_least,
    with_lexicon,
    with_plain,
    with_store,
    with_workers,
    write_lines,
)
from wasata.faces.progress import watched
from wasata.records.columns import to_json
from wasata.records.correction import by_hand


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="wasata")
def cli() -> None:
    """Read political news in Arabic and keep the record: who did what to whom, and which words say so.

    \b
    wasata read story.txt --date 2024-01-31      read an article, print what it tells, keep it
    wasata read news/ --store mali.duckdb        read a folder into a store of its own
    wasata code news.jsonl > events.jsonl        JSON lines in, JSON lines out, nothing kept
    wasata why 3f9a                              which rows and words made an event
    wasata fix 3f9a --recipients DZA             say what it should be; it stays so
    wasata missing news/ --to lexicon            names and verbs to add, as rows to fill in
    wasata check lexicon                         whether your own rows do what they say
    """


@cli.command()
@given_paths
@with_store
@with_date
@with_language
@with_lexicon
@with_workers
@with_least
@with_plain
@with_labels
@click.option("--all", "whole", is_flag=True, help="Print every article whole, with every actor and gap.")
@click.option("--replace", "replacing", is_flag=True, help="Let another text take the place of a stored one of its id.")
@plainly
def read(paths: tuple[str, ...], **options: Any) -> None:
    """Read articles, print what they tell, and keep it in the store.

    PATH is a text, HTML, Markdown or JSONL file ({"id", "text"}, and as you have them title, date, outlet, url,
    language), a folder of them, or - for what is piped in. An article that is known already adds nothing.

    \b
    wasata read story.html
    wasata read story.txt --date 2024-01-31 --store mali.duckdb
    wasata read news/ --all
    """
    desk = desk_of(options)
    page = page_of(options["plain"], options["shown"], options["whole"])
    short = is_long(paths) and not options["whole"]
    asked = {name: options[name] for name in ("date", "language", "replacing")}
    found = desk.read(paths, **asked, merging=not short)
    faults = Faults()
    totals = {"new": 0, "known": 0, "again": 0}
    events = 0
    for coded, added, told in faults.told(watched(found)):
        totals[added] += 1
        events += len(coded.events)
        for line in [terminal.brief(coded, page)] if short else terminal.article(coded, page, told):
            click.echo(line, color=not page.plain)
        if not short:
            click.echo(f"\n  {terminal.word(added, page)}\n", color=not page.plain)
    told = ", ".join(f"{count} {terminal.word(key, page)}" for key, count in totals.items() if count)
    read = sum(totals.values())
    plural = "" if read == 1 else "s"
    click.echo(f"{read} article{plural}, {events} events ({told or 'none'}) in {desk.path}", err=True)
    faults.leave()


@cli.command()
@given_file
@with_date
@with_language
@with_lexicon
@with_workers
@with_least
@plainly
def code(file: str, **options: Any) -> None:
    """Code documents as a filter: JSON lines in, one event a line out; nothing is stored.

    FILE.jsonl, or - for what is piped in, holds {"id", "text"} and, if you have it, "date" a line.

    \b
    wasata code news.jsonl > events.jsonl
    zcat news.jsonl.gz | wasata code - | grep ASSAULT
    wasata code news.jsonl --least 0.7           only what is likely right
    """
    faults = Faults()
    found = desk_of(options).code([file], date=options["date"], language=options["language"], kind="lines")
    for coded in faults.told(found):
        write_lines(to_json(event_line(event)) for event in coded.events)
    faults.leave()


@cli.command()
@given_file
@click.option("--kind", type=click.Choice(["time", "actor", "place"]), help="List only these; else all three.")
@with_date
@with_language
@with_lexicon
@with_workers
@plainly
def mentions(file: str, kind: str | None, **options: Any) -> None:
    """List the times, actors or places in documents: JSON lines in, one mention a line out.

    \b
    wasata mentions news.jsonl --kind actor
    """
    faults = Faults()
    found = desk_of(options).code([file], date=options["date"], language=options["language"], kind="lines")
    for coded in faults.told(found):
        kinds = (kind,) if kind else ("time", "actor", "place")
        write_lines(to_json(mention) for each in kinds for mention in mention_lines(coded, each))
    faults.leave()


@cli.command()
@click.argument("event")
@with_store
@with_lexicon
@with_plain
@with_labels
@plainly
def why(event: str, **options: Any) -> None:
    """Show which rows and words made an event: the row to mend is named by file and line.

    EVENT is an id that `wasata read` printed, or as much of it as no other id begins with. Of an occurrence that
    several sentences or articles report, every report is shown with its own id.

    \b
    wasata why 3f9a --store mali.duckdb
    """
    page, desk = page_of(options["plain"], options["shown"]), desk_of(options)
    one = desk.find(event)
    if isinstance(one, Occurrence):
        told = terminal.occurrence(one, desk.events(one.reports), page)
    else:
        found, rungs = desk.why(one.id)
        told = chain(terminal.why(found, rungs, page), terminal.confidence(found, desk.reasons(found), page))
        correction = desk.correction(found.id) if by_hand(found) else None
        told = chain(told, terminal.corrected(correction, page) if correction else ())
    for line in told:
        click.echo(line, color=not page.plain)


@cli.command()
@click.argument("event", required=False, default="")
@click.option("--type", metavar="TYPE", help="What it is: ASSAULT, CONSULT ...")
@click.option("--mode", metavar="MODE", help="Its mode, or none.")
@click.option("--actors", metavar="CODES", help="Who did it, commas between: MLI/GOV,DZA; or none.")
@click.option("--recipients", metavar="CODES", help="To whom, in the same way.")
@click.option("--date", metavar="DAY", help="2024-01-31, 2024-01, 2024, 2024-01-31..2024-02-03 or none.")
@click.option("--status", metavar="STATUS", help="actual, future, hypothetical or negated.")
@click.option("--place", metavar="PLACE", help="A place of world/places.tsv, or none.")
@click.option("--right", is_flag=True, help="It is right as it is.")
@click.option("--not-an-event", "no_event", is_flag=True, help="The words tell no event at all.")
@click.option("--undo", is_flag=True, help="Let it stand again as it was coded.")
@click.option("--note", default="", metavar="WORDS", help="Why, for whoever reads it later.")
@click.option("--refit", is_flag=True, help="Learn from all corrections how sure to be of an event.")
@lexicon_to_write
@with_store
@with_plain
@with_labels
@plainly
def fix(event: str, **options: Any) -> None:
    """Correct an event: what you say lies over what was coded, also when the article is read again.

    EVENT is an id that `wasata read` printed, or as much of it as no other id begins with. What you do not name stays.
    The sentence becomes an example in FOLDER/ar/corrections.tsv, which `wasata check FOLDER` runs; the folder is
    the one of --lexicon, else of WASATA_LEXICON, else lexicon here.

    \b
    wasata fix 3f9a --type ASSAULT --mode aerial
    wasata fix 3f9a --actors MLI/MIL --recipients MLI/REB --date 2024-01-31 --note "the army says so itself"
    wasata fix 3f9a --not-an-event
    wasata fix 3f9a --right
    wasata fix 3f9a --undo
    wasata fix --refit                           once 30 events are marked, right and wrong ones
    """
    desk, page = desk_of(options), page_of(options["plain"], options["shown"])
    changes = {name: options[name] for name in Change.__struct_fields__ if options[name] is not None}
    _one_wish(event, options, changes)
    if options["refit"]:
        told: Iterable[str] = terminal.refit(desk.refit(), page)
    elif options["undo"]:
        told = terminal.restored(desk.undo(event), page)
    else:
        change = None if options["no_event"] else Change(**changes)
        told = terminal.fixed(*desk.fix(event, change, note=options["note"]), page)
    for line in told:
        click.echo(line, color=not page.plain)


def _one_wish(event: str, options: dict[str, Any], changes: dict[str, str]) -> None:
    """Nothing, where one thing is asked; else what is too much or too little."""
    wishes = [f"--{name}" for name in ("right", "undo", "refit") if options[name]]
    wishes += ["--not-an-event"] if options["no_event"] else []
    wishes += [" ".join(f"--{name}" for name in changes)] if changes else []
    if len(wishes) > 1:
        raise click.UsageError(f"{' and '.join(wishes)} cannot be said at once")
    if not wishes:
        raise click.UsageError("say what it should be (--type, --actors ...), or --right, --not-an-event, --undo")
    if bool(event) == options["refit"]:
        raise click.UsageError("--refit looks at all corrections; name no event" if event else "name the event's id")


@cli.command()
@own_folder
@plainly
def check(folder: str) -> None:
    """Run the example of every row, and say in plain words which rows fail.

    FOLDER holds your own rows (FOLDER/ar/verbs.tsv and so on), which are laid over ours.

    \b
    wasata check
    wasata check lexicon
    """
    desk = desk_of({"lexicon": folder})
    failed = noted = 0
    for failure in watched(desk.check()):
        failed += failure.error
        noted += not failure.error
        click.echo(f"{failure.row}  {failure.message}")
    told = f"{failed} rows fail their own example" if failed else "every row does what its example says"
    click.echo(f"{told}; {noted} more to look at; {desk.rows()} rows checked", err=True)
    sys.exit(1 if failed else 0)


@cli.command()
@given_paths
@with_lexicon
@with_workers
@with_plain
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--to", "folder", metavar="FOLDER", help="Write them as rows to fill in, into your own folder.")
@plainly
def missing(paths: tuple[str, ...], plain: bool, as_json: bool, folder: str | None, **options: Any) -> None:
    """List the names and verbs that no row knows, the most frequent first: what to add next.

    With --to FOLDER the most frequent stand ready in FOLDER/ar/names.tsv, world/actors.tsv, verbs.tsv and lemmas.tsv,
    each behind a # with ?? where something is to fill in; take the # away when it is done. `wasata check FOLDER`
    says what is wrong with your rows.

    \b
    wasata missing news/ --to lexicon
    wasata missing news/ | head -50
    wasata missing news.jsonl --json > work.jsonl
    """
    faults = Faults()
    desk = desk_of(options)
    found = faults.told(desk.missing(paths))
    if folder:
        added = desk.fill_in(found, folder)
        for table, count in added.items():
            click.echo(f"{count:>4} rows to fill in: {table}")
        if not added:
            click.echo("nothing to add: every name and verb has its row, or waits for you in the folder")
    elif as_json:
        write_lines(to_json(one) for one in found)
    else:
        page = page_of(plain, "en")
        for line in terminal.missing(found, page):
            click.echo(line)
    faults.leave()


@cli.command()
@click.argument("store", metavar="FILE.duckdb")
@click.option("--to", "kind", type=click.Choice(["csv", "parquet", "jsonl"]), required=True, help="Kind of file.")
@click.option("--out", default="", metavar="FILE", help="Where to; else beside the store, named after it.")
@click.option(
    "--what",
    type=click.Choice(["events", "occurrences"]),
    default="events",
    show_default=True,
    help="A line for each report, or one for each thing that happened.",
)
@plainly
def export(store: str, kind: str, out: str, what: str) -> None:
    """Write every stored event to a file, one line an event, with codes, day, status and sentence.

    With --what occurrences each thing that happened stands once, with the number of its reports, articles and
    independent outlets, and the ids of the events that report it.

    \b
    wasata export mali.duckdb --to csv
    wasata export mali.duckdb --to csv --what occurrences --out happened.csv
    wasata export mali.duckdb --to parquet --out events.parquet
    """
    target = Path(out) if out else Path(store).with_suffix(f".{kind}")
    if target == Path(store):
        raise click.ClickException(f"{target} is the store itself; name another file with --out")
    click.echo(f"{Desk(store).export(kind, target, what=what)} {what} in {target}", err=True)


def main() -> None:
    """Runs the command line, in UTF-8 wherever it is run; a reader that went away ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli(prog_name="wasata")


if __name__ == "__main__":
    main()
