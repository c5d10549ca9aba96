-- What a store holds. Every table can be read in the DuckDB shell; days are dates, unknown ones NULL.

CREATE TABLE IF NOT EXISTS documents (
    id          VARCHAR PRIMARY KEY,
    title       VARCHAR NOT NULL,
    date        DATE,                -- day of publication
    date_source VARCHAR NOT NULL,    -- given, text, metadata, crawl; '' where unknown
    outlet      VARCHAR NOT NULL,
    url         VARCHAR NOT NULL,
    language    VARCHAR NOT NULL,
    place       VARCHAR NOT NULL,    -- of the dateline
    crawled     DATE,
    text        VARCHAR NOT NULL,
    coder       VARCHAR NOT NULL,    -- who coded it, with the digest of what it read with
    told        VARCHAR NOT NULL     -- digest of all of the above: equal means nothing is new
);

CREATE TABLE IF NOT EXISTS events (
    id         VARCHAR PRIMARY KEY,
    document   VARCHAR NOT NULL,
    start      INTEGER NOT NULL,     -- characters of documents.text: the trigger
    "end"      INTEGER NOT NULL,
    type       VARCHAR NOT NULL,     -- PLOVER
    mode       VARCHAR NOT NULL,
    when_start VARCHAR,              -- ISO 8601; half open
    when_end   VARCHAR,
    when_grain VARCHAR,
    place      VARCHAR NOT NULL,
    status     VARCHAR NOT NULL,     -- actual, future, hypothetical, negated
    speaker    VARCHAR NOT NULL,     -- '' for the paper itself
    coder      VARCHAR NOT NULL,
    text       VARCHAR NOT NULL,     -- the sentence
    confidence DOUBLE DEFAULT 0,     -- the chance that type and both sides are right
    signs      VARCHAR[] DEFAULT []  -- what speaks for and against: rows of events/confidence.tsv
);

CREATE TABLE IF NOT EXISTS parties (
    event    VARCHAR NOT NULL,
    side     VARCHAR NOT NULL,       -- actor, recipient
    position INTEGER NOT NULL,
    actor    VARCHAR NOT NULL,
    country  VARCHAR NOT NULL,
    sector   VARCHAR NOT NULL,
    PRIMARY KEY (event, side, position)
);

CREATE TABLE IF NOT EXISTS whys (
    event    VARCHAR NOT NULL,
    position INTEGER NOT NULL,       -- 0 is the row of the trigger
    parent   INTEGER,                -- the position of the row that rests on this one
    "row"    VARCHAR NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (event, position)
);

CREATE TABLE IF NOT EXISTS mentions (
    document VARCHAR NOT NULL,
    kind     VARCHAR NOT NULL,       -- time, actor, place
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    text     VARCHAR NOT NULL,
    name     VARCHAR NOT NULL,       -- as a person would list it
    actor    VARCHAR NOT NULL,       -- registry entries and codes of the parties, spaces between
    code     VARCHAR NOT NULL,
    place    VARCHAR NOT NULL,
    when_start VARCHAR,
    when_end   VARCHAR,
    when_grain VARCHAR,
    "row"    VARCHAR NOT NULL,
    PRIMARY KEY (document, kind, position)
);

CREATE TABLE IF NOT EXISTS unknowns (
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind     VARCHAR NOT NULL,       -- name, verb, sentence
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    key      VARCHAR NOT NULL,
    text     VARCHAR NOT NULL,
    PRIMARY KEY (document, position)
);

CREATE TABLE IF NOT EXISTS plover (
    type  VARCHAR NOT NULL,
    mode  VARCHAR NOT NULL,          -- '' for the event without a mode
    quad  INTEGER NOT NULL,          -- 1 verbal cooperation, 2 material, 3 verbal conflict, 4 material
    score DOUBLE NOT NULL,           -- -10 to +10
    PRIMARY KEY (type, mode)
);

-- one thing that happened, as all the reports of it tell together
CREATE TABLE IF NOT EXISTS occurrences (
    id         VARCHAR NOT NULL,     -- digest of the earliest report
    type       VARCHAR NOT NULL,     -- PLOVER
    mode       VARCHAR NOT NULL,
    when_start VARCHAR,              -- the most precise time that any report gives
    when_end   VARCHAR,
    when_grain VARCHAR,
    place      VARCHAR NOT NULL,
    status     VARCHAR NOT NULL,     -- actual where any report tells it as done
    disputed   BOOLEAN NOT NULL,     -- told by one report, denied by another
    outlets    INTEGER NOT NULL,     -- voices that do not copy each other
    confidence DOUBLE NOT NULL       -- the chance that it happened so, the voices taken together
);

CREATE TABLE IF NOT EXISTS occurrence_parties (
    occurrence VARCHAR NOT NULL,
    side       VARCHAR NOT NULL,     -- actor, recipient
    position   INTEGER NOT NULL,
    actor      VARCHAR NOT NULL,
    country    VARCHAR NOT NULL,
    sector     VARCHAR NOT NULL
);

-- which events report an occurrence, the earliest first; an event that stands in none waits to be merged
CREATE TABLE IF NOT EXISTS reports (
    occurrence VARCHAR NOT NULL,
    event      VARCHAR NOT NULL,
    position   INTEGER NOT NULL
);

-- what somebody who read the words says of an event: it lies over the coded one, which can be restored
CREATE TABLE IF NOT EXISTS corrections (
    event      VARCHAR NOT NULL,     -- the id, which the corrected event keeps
    document   VARCHAR NOT NULL,
    correction VARCHAR NOT NULL      -- JSON: the event as coded, as corrected (null: no event), its words, a note
);

-- the digest of the tables and views that the store was made with
CREATE TABLE IF NOT EXISTS made (made_with VARCHAR NOT NULL);
