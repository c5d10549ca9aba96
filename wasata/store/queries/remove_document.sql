-- all that is kept of one document
DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE document = $document);
DELETE FROM whys WHERE event IN (SELECT id FROM events WHERE document = $document);
DELETE FROM events WHERE document = $document;
DELETE FROM mentions WHERE document = $document;
DELETE FROM unknowns WHERE document = $document;
DELETE FROM documents WHERE id = $document
