-- how many events of a type there are, and the first and last day of those that wait to be merged
SELECT count(*), min(left(e.when_start, 10)) FILTER (r.event IS NULL), max(left(e.when_start, 10)) FILTER (r.event IS NULL)
FROM events e LEFT JOIN reports r ON r.event = e.id WHERE e.type = ?
