-- lists become text, codes with a semicolon between
SELECT * REPLACE (array_to_string(actors, ';') AS actors, array_to_string(recipients, ';') AS recipients)
FROM event_lines ORDER BY document, start, id
