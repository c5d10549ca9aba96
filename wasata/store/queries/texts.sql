SELECT id, text FROM documents WHERE id IN (SELECT unnest(?))
