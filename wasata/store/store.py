"""The record on disk: one DuckDB file, filled document by document, read back as records."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from wasata.ontology.plover import ontology
from wasata.records.coded import Coded
from wasata.records.columns import digest, from_json, to_json
from wasata.records.event import Event
from wasata.records.mention import Why
from wasata.records.text import Span
from wasata.store.lines import (
    Line,
    document_line,
    event_lines,
    mention_lines,
    party_lines,
    unknown_lines,
    why_lines,
)
from wasata.store.statements import made_with, sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

Added = Literal["new", "known", "again", "refused"]


class StoreError(RuntimeError):
    """The store cannot do this; the message names the file and the mend."""


@contextmanager
def opened(path: Path, *, new: bool = False) -> Iterator["Connection"]:
    """A store to work with, closed at the end; made where new is said and none exists, else only read."""
    import duckdb

    if not new and not path.exists():
        raise StoreError(f"{path} does not exist; `wasata read ... --store {path}` makes it")
    if not path.parent.is_dir():
        raise StoreError(f"{path.parent} is no folder, so no store can lie in it; make it first")
    try:
        con = duckdb.connect(str(path), read_only=not new)
        if not new and _of_before(con):
            con.close()
            _renewed(path)
            con = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise StoreError(_refusal(path, str(error))) from None
    try:
        if new:
            _prepare(con)
        yield con
    except duckdb.Error as error:
        raise StoreError(f"{path} could not be worked with: {str(error).splitlines()[0]}") from None
    finally:
        con.close()


def _refusal(path: Path, told: str) -> str:
    """Why a file was not opened, in plain words."""
    if "lock" in told:
        holder = re.search(r"PID (\d+)", told)
        who = f"process {holder.group(1)}" if holder else "another process"
        return f"{path} is in use by {who}; wait until it is done, or name another file with --store"
    if path.is_dir():
        return f"{path} is a folder; name a file, such as {path / 'wasata.duckdb'}"
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        return f"{path} may not be written by you; check its permissions"
    if path.exists():
        return f"{path} is no store of wasata; name another file with --store"
    return f"{path} could not be made: {told.splitlines()[0]}"


def _of_before(con: "Connection") -> bool:
    """Whether an earlier wasata made the store, with other tables or views than those of today."""
    return not _is_current(con) and bool(con.execute(sql("queries/is_store.sql")).fetchone())


def _renewed(path: Path) -> None:
    """A store of before has the tables and views of today; its events are as sure as they were: not at all."""
    import duckdb

    try:
        with duckdb.connect(str(path)) as con:
            _prepare(con)
    except duckdb.Error as error:
        told = f"{path} was made by an earlier wasata and could not be brought up to date"
        raise StoreError(
            f"{told} ({str(error).splitlines()[0]}); copy it to where you may write, and read it there"
        ) from None


def _prepare(con: "Connection") -> None:
    """The tables and views are there as this version knows them, and PLOVER's scores beside them."""
    if _is_current(con):
        return
    con.execute("BEGIN")
    con.execute(sql("schema.sql"))
    con.execute(sql("upgrade.sql"))
    con.execute(sql("views.sql"))
    rows = [
        {"type": name, "mode": mode, "quad": category.quad, "score": score}
        for name, category in ontology().categories.items()
        for mode, score in {"": category.score, **category.modes}.items()
    ]
    con.execute(sql("queries/add_plover.sql"), [to_json(rows).decode()])
    con.execute("INSERT INTO made VALUES (?)", [made_with()])
    con.execute("COMMIT")


def _is_current(con: "Connection") -> bool:
    """Whether the store was made with the tables and views of this version."""
    import duckdb

    try:
        found = con.execute("SELECT made_with FROM made").fetchall()
    except duckdb.CatalogException:  # a store of an earlier version, or a new one
        return False
    return found == [(made_with(),)]


def add(con: "Connection", coded: Coded, *, replacing: bool = False) -> Added:
    """The document and all that was found in it are kept, once; a half is never kept.

    The same document is known and adds nothing; coded with other rows or told with another day it is kept again in
    place of what was. Another text under a known id is refused unless replacing is said.
    """
    (added,) = add_all(con, (coded,), replacing=replacing)
    if added == "refused":
        raise StoreError(refusal(coded))
    return added


def add_all(con: "Connection", batch: Sequence[Coded], *, replacing: bool = False) -> list[Added]:
    """Every document of the batch is kept as by add, or "refused", and what became of each is told in their order.

    A statement costs DuckDB as much for one line as for a thousand: many documents share a transaction.
    """
    added: list[Added] = []
    run: dict[str, Coded] = {}
    for coded in batch:
        if coded.document.id in run:
            added += _add_run(con, run, replacing)
            run = {}
        run[coded.document.id] = coded
    return added + _add_run(con, run, replacing)


def refusal(coded: Coded) -> str:
    """Why a document was refused, with the mend."""
    return f"{coded.document.id} is in the store with another text; --replace puts this one in its place"


def _add_run(con: "Connection", run: dict[str, Coded], replacing: bool) -> list[Added]:
    """Documents whose ids are all different are kept, all in one transaction."""
    if not run:
        return []
    known = {name: (text, told) for name, text, told in con.execute(sql("queries/known.sql"), [list(run)]).fetchall()}
    digests = {name: digest(one.document, one.coder) for name, one in run.items()}
    became = {name: _becomes(one, digests[name], known.get(name), replacing) for name, one in run.items()}
    kept = [one for name, one in run.items() if became[name] in ("new", "again")]
    if kept:
        lines = _lines(kept, digests)
        again = [name for name, what in became.items() if what == "again"]
        con.execute("BEGIN")
        try:
            for statement in sql("queries/remove.sql").split(";") if again else ():
                con.execute(statement, {"documents": again})
            for query, rows in lines.items():
                if rows:
                    con.execute(sql(f"queries/{query}.sql"), [to_json(rows).decode()])
            con.execute("COMMIT")
        except BaseException:
            con.execute("ROLLBACK")
            raise
    return list(became.values())


def _becomes(coded: Coded, told: str, known: tuple[str, str] | None, replacing: bool) -> Added:
    if known is None:
        return "new"
    if known == (coded.document.text, told):
        return "known"
    return "again" if replacing or known[0] == coded.document.text else "refused"


def _lines(kept: list[Coded], digests: dict[str, str]) -> dict[str, list[Line]]:
    """The lines of every table that these documents fill, by the query that adds them."""
    return {
        "add_documents": [document_line(one, digests[one.document.id]) for one in kept],
        "add_events": [line for one in kept for line in event_lines(one.events)],
        "add_parties": [line for one in kept for line in party_lines(one.events)],
        "add_whys": [line for one in kept for line in why_lines(one.events)],
        "add_mentions": [line for one in kept for line in mention_lines(one)],
        "add_unknowns": [line for one in kept for line in unknown_lines(one)],
    }


def event(con: "Connection", prefix: str) -> tuple[Event, str]:
    """The one event whose id begins so, and the text of its document."""
    found = con.execute(sql("queries/events_like.sql"), [prefix]).fetchall() if prefix else []
    if not found:
        raise StoreError(f"no event has an id that begins with {prefix!r}; `wasata read` prints the ids")
    if len(found) > 1:
        ids = ", ".join(from_json(line, Event).id for line, _, _ in found)
        raise StoreError(f"{prefix!r} begins more than one id: {ids}; write more of it")
    line, text, _ = found[0]
    told: Event = from_json(line, Event)
    return replace(told, why=_why(con.execute(sql("queries/whys_of.sql"), [told.id]).fetchall())), str(text)


def known_events(con: "Connection", prefix: str) -> list[str]:
    """The ids of events that begin so, ten at most."""
    rows = con.execute(sql("queries/events_like.sql"), [prefix]).fetchall()
    return [from_json(line, Event).id for line, _, _ in rows]


def _why(rows: list[tuple[int, int | None, str, int, int]]) -> Why:
    """The tree of rows; they come deepest last position first, so that parts are there before what rests on them."""
    parts: dict[int | None, list[Why]] = {}
    for position, parent, row, start, end in rows:
        whole = Why(row, Span(start, end), tuple(reversed(parts.pop(position, []))))
        parts.setdefault(parent, []).append(whole)
    return parts[None][0]


def export(con: "Connection", kind: str, out: Path, *, what: str = "events") -> int:
    """Every event, or occurrence, of the store in a file of this kind, a line each; how many they are."""
    written = out.with_name(out.name + ".part")
    try:
        count = _export(con, kind, what, written)
        written.replace(out)
    except OSError as error:
        raise StoreError(f"{out} cannot be written: {error.strerror}") from None
    finally:
        written.unlink(missing_ok=True)
    return count


def _export(con: "Connection", kind: str, what: str, out: Path) -> int:
    import pyarrow.csv  # type: ignore[import-untyped]
    import pyarrow.parquet  # type: ignore[import-untyped]

    query = sql(f"queries/export_{what}_{kind}.sql")
    if kind == "jsonl":
        lines = con.execute(query).fetchall()
        with out.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for (line,) in lines)
        return len(lines)
    table = con.sql(query).to_arrow_table()
    if kind == "csv":
        pyarrow.csv.write_csv(table, str(out))
    else:
        pyarrow.parquet.write_table(table, str(out))
    return int(table.num_rows)


def counts(con: "Connection") -> dict[str, int]:
    """How many lines each table holds."""
    return {str(name): int(count) for name, count in con.execute(sql("queries/counts.sql")).fetchall()}
