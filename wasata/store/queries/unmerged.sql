-- types of which an event stands in no occurrence yet
SELECT DISTINCT type FROM events e ANTI JOIN reports r ON r.event = e.id ORDER BY type
