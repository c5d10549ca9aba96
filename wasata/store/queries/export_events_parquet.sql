SELECT * FROM event_lines ORDER BY document, start, id
