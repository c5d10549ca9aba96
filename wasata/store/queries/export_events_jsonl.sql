SELECT to_json(lines) FROM (SELECT * FROM event_lines ORDER BY document, start, id) lines
