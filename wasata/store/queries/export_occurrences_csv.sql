-- lists become text, codes with a semicolon between
SELECT * REPLACE (array_to_string(actors, ';') AS actors, array_to_string(recipients, ';') AS recipients,
    array_to_string(events, ';') AS events)
FROM occurrence_lines ORDER BY day, id
