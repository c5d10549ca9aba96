SELECT id, coalesce(date::VARCHAR, '') FROM documents WHERE id IN (SELECT unnest(?))
