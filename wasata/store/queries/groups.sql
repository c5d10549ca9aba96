-- occurrences of a type with the events that report them
SELECT o.id, list(r.event ORDER BY r.position) FROM occurrences o JOIN reports r ON r.occurrence = o.id
WHERE o.type = ? GROUP BY o.id
