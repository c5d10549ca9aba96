-- occurrences that these documents report, each as one JSON object, with the document
SELECT DISTINCT e.document, to_json({
    id: o.id, type: o.type, mode: o.mode,
    actors: coalesce((SELECT list({actor: p.actor, country: p.country, sector: p.sector} ORDER BY p.position)
                      FROM occurrence_parties p WHERE p.occurrence = o.id AND p.side = 'actor'), []),
    recipients: coalesce((SELECT list({actor: p.actor, country: p.country, sector: p.sector} ORDER BY p.position)
                          FROM occurrence_parties p WHERE p.occurrence = o.id AND p.side = 'recipient'), []),
    "when": CASE WHEN o.when_grain IS NULL THEN NULL
            ELSE {start: o.when_start, 'end': o.when_end, grain: o.when_grain} END,
    place: o.place, status: o.status, disputed: o.disputed,
    reports: (SELECT list(t.event ORDER BY t.position) FROM reports t WHERE t.occurrence = o.id),
    documents: (SELECT list(x.document ORDER BY x.first) FROM (
        SELECT v.document, min(t.position) AS first FROM reports t JOIN events v ON v.id = t.event
        WHERE t.occurrence = o.id GROUP BY v.document) x),
    outlets: o.outlets, confidence: o.confidence})
FROM events e JOIN reports r ON r.event = e.id JOIN occurrences o ON o.id = r.occurrence
WHERE CASE WHEN $prefix = '' THEN e.document IN (SELECT unnest($documents)) ELSE starts_with(o.id, $prefix) END
