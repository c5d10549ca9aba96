SELECT * FROM occurrence_lines ORDER BY day, id
