-- all that is kept of some documents
DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE document IN (SELECT unnest($documents)));
DELETE FROM whys WHERE event IN (SELECT id FROM events WHERE document IN (SELECT unnest($documents)));
DELETE FROM events WHERE document IN (SELECT unnest($documents));
DELETE FROM mentions WHERE document IN (SELECT unnest($documents));
DELETE FROM unknowns WHERE document IN (SELECT unnest($documents));
DELETE FROM documents WHERE id IN (SELECT unnest($documents))
