-- events whose id begins so, each as one JSON object without its whys; two are enough to know that one is not meant
SELECT to_json({
    id: e.id, document: e.document, span: {start: e.start, 'end': e."end"}, type: e.type, mode: e.mode,
    actors: coalesce((SELECT list({actor: p.actor, country: p.country, sector: p.sector} ORDER BY p.position)
                      FROM parties p WHERE p.event = e.id AND p.side = 'actor'), []),
    recipients: coalesce((SELECT list({actor: p.actor, country: p.country, sector: p.sector} ORDER BY p.position)
                          FROM parties p WHERE p.event = e.id AND p.side = 'recipient'), []),
    "when": CASE WHEN e.when_grain IS NULL THEN NULL
            ELSE {start: e.when_start, 'end': e.when_end, grain: e.when_grain} END,
    place: e.place, status: e.status, speaker: e.speaker, coder: e.coder, text: e.text,
    confidence: e.confidence, signs: e.signs,
    why: {"row": '', span: {start: 0, 'end': 0}}}), d.text, d.title
FROM events e JOIN documents d ON d.id = e.document
WHERE starts_with(e.id, ?) ORDER BY e.id LIMIT 10
