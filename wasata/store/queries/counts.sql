SELECT 'documents', count(*) FROM documents
UNION ALL SELECT 'events', count(*) FROM events
UNION ALL SELECT 'parties', count(*) FROM parties
UNION ALL SELECT 'whys', count(*) FROM whys
UNION ALL SELECT 'mentions', count(*) FROM mentions
UNION ALL SELECT 'unknowns', count(*) FROM unknowns
UNION ALL SELECT 'occurrences', count(*) FROM occurrences
UNION ALL SELECT 'reports', count(*) FROM reports
