-- every event of a type with what is known of its publication, and the times of the events in its sentence
SELECT e.record, coalesce(e.date::VARCHAR, ''), e.outlet, e.url, coalesce(t.times, [])
FROM event_records e
JOIN events v ON v.id = e.id
LEFT JOIN (SELECT document, text, list(DISTINCT {start: when_start, 'end': when_end, grain: when_grain}) AS times
           FROM events WHERE when_start IS NOT NULL GROUP BY document, text) t
    ON t.document = v.document AND t.text = v.text AND v.when_start IS NULL
WHERE e.type = ?
