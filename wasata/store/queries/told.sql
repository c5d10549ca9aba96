-- every event of a type with what is known of its publication
SELECT record, coalesce(date::VARCHAR, ''), outlet, url FROM event_records WHERE type = ?
