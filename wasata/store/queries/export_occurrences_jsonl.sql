SELECT to_json(lines) FROM (SELECT * FROM occurrence_lines ORDER BY day, id) lines
