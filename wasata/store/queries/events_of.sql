-- events with these ids, each as one JSON object without its whys, with what is known of its document
SELECT e.record, d.id, d.text, d.title, coalesce(d.date::VARCHAR, ''), d.outlet, d.url
FROM event_records e JOIN documents d ON d.id = e.document
WHERE e.id IN (SELECT unnest(?))
