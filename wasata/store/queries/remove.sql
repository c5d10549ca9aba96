-- all that is kept of some documents; occurrences that they report are let go, and made again of what is left
DELETE FROM occurrence_parties WHERE occurrence IN (SELECT occurrence FROM reports WHERE event IN (
    SELECT id FROM events WHERE document IN (SELECT unnest($documents))));
DELETE FROM occurrences WHERE id IN (SELECT occurrence FROM reports WHERE event IN (
    SELECT id FROM events WHERE document IN (SELECT unnest($documents))));
DELETE FROM reports WHERE occurrence NOT IN (SELECT id FROM occurrences);
DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE document IN (SELECT unnest($documents)));
DELETE FROM whys WHERE event IN (SELECT id FROM events WHERE document IN (SELECT unnest($documents)));
DELETE FROM events WHERE document IN (SELECT unnest($documents));
DELETE FROM mentions WHERE document IN (SELECT unnest($documents));
DELETE FROM unknowns WHERE document IN (SELECT unnest($documents));
DELETE FROM documents WHERE id IN (SELECT unnest($documents))
