-- events whose id begins so, each as one JSON object without its whys; more than one show which was not meant
SELECT e.record, d.text, d.title
FROM event_records e JOIN documents d ON d.id = e.document
WHERE starts_with(e.id, ?) ORDER BY e.id LIMIT 10
