-- Plain views over the tables; paste any of them into the DuckDB shell and go on from there.

CREATE OR REPLACE VIEW party_lists AS
SELECT event, side, list(code ORDER BY position) AS codes, list(actor ORDER BY position) AS actors
FROM (SELECT *, CASE country WHEN '' THEN '---' ELSE country END
             || CASE sector WHEN '' THEN '' ELSE '/' || sector END AS code FROM parties)
GROUP BY event, side;

CREATE OR REPLACE VIEW party_records AS
SELECT event, side, list({actor: actor, country: country, sector: sector} ORDER BY position) AS parties
FROM parties GROUP BY event, side;

CREATE OR REPLACE VIEW occurrence_party_lists AS
SELECT occurrence, side, list(code ORDER BY position) AS codes
FROM (SELECT *, CASE country WHEN '' THEN '---' ELSE country END
             || CASE sector WHEN '' THEN '' ELSE '/' || sector END AS code FROM occurrence_parties)
GROUP BY occurrence, side;

-- one line an event: what export writes
CREATE OR REPLACE VIEW event_lines AS
SELECT e.id, e.document, d.outlet, d.title, d.date AS published,
       try_cast(left(e.when_start, 10) AS DATE) AS day,
       e.when_start, e.when_end, e.when_grain,
       e.type, e.mode, p.quad, p.score,
       coalesce(a.codes, []) AS actors, coalesce(r.codes, []) AS recipients,
       e.status, e.speaker, e.place, e.confidence, e.start, e."end", e.text, e.coder, w."row"
FROM events e
JOIN documents d ON d.id = e.document
LEFT JOIN plover p ON p.type = e.type AND p.mode = e.mode
LEFT JOIN party_lists a ON a.event = e.id AND a.side = 'actor'
LEFT JOIN party_lists r ON r.event = e.id AND r.side = 'recipient'
LEFT JOIN whys w ON w.event = e.id AND w.position = 0;

-- one line for each pair of countries in an event: who acted towards whom; of two-sided events each pair once a way
CREATE OR REPLACE VIEW dyads AS
SELECT e.id AS event, e.document, e.type, e.mode, p.quad, p.score, e.status,
       coalesce(try_cast(left(e.when_start, 10) AS DATE), d.date) AS day,
       s.country AS source, s.sector AS source_sector, t.country AS target, t.sector AS target_sector
FROM events e
JOIN documents d ON d.id = e.document
JOIN parties s ON s.event = e.id AND s.side = 'actor'
JOIN parties t ON t.event = e.id AND (t.side = 'recipient' OR (
    s.position <> t.position AND t.side = 'actor'
    AND NOT EXISTS (SELECT 1 FROM parties x WHERE x.event = e.id AND x.side = 'recipient')))
LEFT JOIN plover p ON p.type = e.type AND p.mode = e.mode;

-- what went on between two countries in a month; only what is told as done
CREATE OR REPLACE VIEW dyad_month AS
SELECT source, target, date_trunc('month', day)::DATE AS month,
       count(DISTINCT event) AS events, count(DISTINCT document) AS documents, round(avg(score), 2) AS mean_score,
       count(DISTINCT event) FILTER (quad = 1) AS verbal_cooperation,
       count(DISTINCT event) FILTER (quad = 2) AS material_cooperation,
       count(DISTINCT event) FILTER (quad = 3) AS verbal_conflict,
       count(DISTINCT event) FILTER (quad = 4) AS material_conflict
FROM dyads
WHERE status = 'actual' AND source <> '' AND target <> ''
GROUP BY ALL;

-- what happened, day by day as it happened, else as it was published; only what is told as done
CREATE OR REPLACE VIEW timeline AS
SELECT coalesce(day, published) AS day, type, mode, array_to_string(actors, ', ') AS actors,
       array_to_string(recipients, ', ') AS recipients, place, text, document, id
FROM event_lines
WHERE status = 'actual'
ORDER BY ALL;

-- how often each actor was met, and in how many documents
CREATE OR REPLACE VIEW actors_met AS
SELECT code, actor, mode(name) AS name, count(*) AS mentions, count(DISTINCT document) AS documents
FROM mentions WHERE kind = 'actor' AND code <> ''
GROUP BY code, actor;

-- how many events rest on a row: what to look at again after mending it
CREATE OR REPLACE VIEW rows_used AS
SELECT "row", count(DISTINCT event) AS events
FROM whys GROUP BY "row";

-- names and verbs that no row knows, the most frequent first
CREATE OR REPLACE VIEW missing AS
SELECT kind, mode(text) AS text, count(*) AS times, count(DISTINCT document) AS documents
FROM unknowns WHERE key <> ''
GROUP BY kind, key ORDER BY times DESC, text;

-- events as records, one JSON object each, without their whys
CREATE OR REPLACE VIEW event_records AS
SELECT e.id, e.document, e.type, d.date, d.outlet, d.url, to_json({
    id: e.id, document: e.document, span: {start: e.start, 'end': e."end"}, type: e.type, mode: e.mode,
    actors: coalesce(a.parties, []), recipients: coalesce(r.parties, []),
    "when": CASE WHEN e.when_grain IS NULL THEN NULL
            ELSE {start: e.when_start, 'end': e.when_end, grain: e.when_grain} END,
    place: e.place, status: e.status, speaker: e.speaker, coder: e.coder, text: e.text,
    confidence: coalesce(e.confidence, 0), signs: coalesce(e.signs, []), why: {"row": '', span: {start: 0, 'end': 0}}}) AS record
FROM events e
JOIN documents d ON d.id = e.document
LEFT JOIN party_records a ON a.event = e.id AND a.side = 'actor'
LEFT JOIN party_records r ON r.event = e.id AND r.side = 'recipient';

-- one line an occurrence: what export writes of occurrences; the sentence is that of the earliest report
CREATE OR REPLACE VIEW occurrence_lines AS
SELECT o.id, try_cast(left(o.when_start, 10) AS DATE) AS day, o.when_start, o.when_end, o.when_grain,
       o.type, o.mode, p.quad, p.score,
       coalesce(a.codes, []) AS actors, coalesce(r.codes, []) AS recipients,
       o.place, o.status, o.disputed, t.reports, t.documents, o.outlets, o.confidence,
       t.first_published, t.text, t.events
FROM occurrences o
JOIN (SELECT r.occurrence, count(*) AS reports, count(DISTINCT e.document) AS documents,
             min(d.date) AS first_published, arg_min(e.text, r.position) AS text,
             list(r.event ORDER BY r.position) AS events
      FROM reports r JOIN events e ON e.id = r.event JOIN documents d ON d.id = e.document
      GROUP BY r.occurrence) t ON t.occurrence = o.id
LEFT JOIN plover p ON p.type = o.type AND p.mode = o.mode
LEFT JOIN occurrence_party_lists a ON a.occurrence = o.id AND a.side = 'actor'
LEFT JOIN occurrence_party_lists r ON r.occurrence = o.id AND r.side = 'recipient';

-- every report of every occurrence with its document and sentence
CREATE OR REPLACE VIEW report_lines AS
SELECT r.occurrence, r.position, e.id AS event, e.document, d.outlet, d.date AS published, e.status, e.speaker, e.text
FROM reports r JOIN events e ON e.id = r.event JOIN documents d ON d.id = e.document;

-- one line for each pair of countries in an occurrence, as dyads has them for events: nothing is counted twice
CREATE OR REPLACE VIEW occurrence_dyads AS
SELECT o.id AS occurrence, o.type, o.mode, p.quad, p.score, o.status, o.disputed, o.outlets, o.confidence,
       coalesce(o.day, o.first_published) AS day,
       s.country AS source, s.sector AS source_sector, t.country AS target, t.sector AS target_sector
FROM occurrence_lines o
JOIN occurrence_parties s ON s.occurrence = o.id AND s.side = 'actor'
JOIN occurrence_parties t ON t.occurrence = o.id AND (t.side = 'recipient' OR (
    s.position <> t.position AND t.side = 'actor'
    AND NOT EXISTS (SELECT 1 FROM occurrence_parties x WHERE x.occurrence = o.id AND x.side = 'recipient')))
LEFT JOIN plover p ON p.type = o.type AND p.mode = o.mode;

-- what went on between two countries in a month, each occurrence once; only what is told as done
CREATE OR REPLACE VIEW occurrence_month AS
SELECT source, target, date_trunc('month', day)::DATE AS month,
       count(DISTINCT occurrence) AS occurrences, round(avg(score), 2) AS mean_score,
       count(DISTINCT occurrence) FILTER (quad = 1) AS verbal_cooperation,
       count(DISTINCT occurrence) FILTER (quad = 2) AS material_cooperation,
       count(DISTINCT occurrence) FILTER (quad = 3) AS verbal_conflict,
       count(DISTINCT occurrence) FILTER (quad = 4) AS material_conflict
FROM occurrence_dyads
WHERE status = 'actual' AND source <> '' AND target <> ''
GROUP BY ALL;

-- corrections with what was coded and what was said instead
CREATE OR REPLACE VIEW correction_lines AS
SELECT event, document, correction ->> '$.words' AS words, correction ->> '$.note' AS note,
       correction ->> '$.event.type' AS coded_type, correction ->> '$.corrected.type' AS type,
       correction ->> '$.event.mode' AS coded_mode, correction ->> '$.corrected.mode' AS mode,
       correction ->> '$.event.status' AS coded_status, correction ->> '$.corrected.status' AS status
FROM corrections;
