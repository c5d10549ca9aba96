SELECT id, text, told FROM documents WHERE id IN (SELECT unnest(?))
