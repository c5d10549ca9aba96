-- all that is kept of some documents, and the occurrences that they report: those are made again of what is left
DELETE FROM occurrence_parties WHERE occurrence IN (SELECT occurrence FROM reports WHERE event IN (
    SELECT id FROM events WHERE document IN (SELECT unnest($documents))));
DELETE FROM occurrences WHERE id IN (SELECT occurrence FROM reports WHERE event IN (
    SELECT id FROM events WHERE document IN (SELECT unnest($documents))));
DELETE FROM reports WHERE occurrence IN (SELECT occurrence FROM reports WHERE event IN (
    SELECT id FROM events WHERE document IN (SELECT unnest($documents))));
DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE document IN (SELECT unnest($documents)));
DELETE FROM whys WHERE event IN (SELECT id FROM events WHERE document IN (SELECT unnest($documents)));
DELETE FROM events WHERE document IN (SELECT unnest($documents));
DELETE FROM mentions WHERE document IN (SELECT unnest($documents));
DELETE FROM unknowns WHERE document IN (SELECT unnest($documents));
DELETE FROM documents WHERE id IN (SELECT unnest($documents))
