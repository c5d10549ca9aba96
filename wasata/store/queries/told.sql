-- events of a type with what is known of their publication, and the times of the events in their sentence: all of them,
-- or (where $first is a day) those near the days, documents and sentences of those that wait to be merged
WITH waiting AS (SELECT id, document, text FROM events e ANTI JOIN reports r ON r.event = e.id WHERE e.type = $kind),
dated AS (SELECT id, document FROM events WHERE type = $kind AND when_start BETWEEN $first AND $last),
near AS (
    SELECT id FROM dated UNION SELECT id FROM waiting
    UNION SELECT id FROM events WHERE type = $kind AND $first <> '' AND (
        document IN (SELECT document FROM waiting) OR text IN (SELECT text FROM waiting)
        OR document IN (SELECT document FROM dated) AND when_start IS NULL)),
whole AS (
    SELECT id FROM near
    UNION SELECT b.event FROM reports a JOIN reports b ON b.occurrence = a.occurrence WHERE a.event IN (SELECT id FROM near)),
here AS (SELECT * FROM events WHERE type = $kind AND ($first = '' OR id IN (SELECT id FROM whole))),
sides AS (
    SELECT p.event, p.side, list({actor: p.actor, country: p.country, sector: p.sector} ORDER BY p.position) AS parties
    FROM parties p SEMI JOIN here h ON h.id = p.event
    GROUP BY p.event, p.side),
beside AS (
    SELECT h.id, list(DISTINCT {start: o.when_start, 'end': o.when_end, grain: o.when_grain}) AS times
    FROM here h JOIN events o ON o.document = h.document AND o.text = h.text
    WHERE h.when_start IS NULL AND o.when_start IS NOT NULL
    GROUP BY h.id)
SELECT to_json({
    id: e.id, document: e.document, span: {start: e.start, 'end': e."end"}, type: e.type, mode: e.mode,
    actors: coalesce(a.parties, []), recipients: coalesce(r.parties, []),
    "when": CASE WHEN e.when_grain IS NULL THEN NULL
            ELSE {start: e.when_start, 'end': e.when_end, grain: e.when_grain} END,
    place: e.place, status: e.status, speaker: e.speaker, coder: e.coder, text: e.text,
    confidence: coalesce(e.confidence, 0), signs: [], why: {"row": '', span: {start: 0, 'end': 0}}}),
    coalesce(d.date::VARCHAR, ''), d.outlet, d.url, b.times
FROM here e
JOIN documents d ON d.id = e.document
LEFT JOIN sides a ON a.event = e.id AND a.side = 'actor'
LEFT JOIN sides r ON r.event = e.id AND r.side = 'recipient'
LEFT JOIN beside b ON b.id = e.id
