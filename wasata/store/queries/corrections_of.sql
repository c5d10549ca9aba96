SELECT correction FROM corrections WHERE document IN (SELECT unnest(?)) ORDER BY event
