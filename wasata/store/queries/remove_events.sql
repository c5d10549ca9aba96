-- some events, and the occurrences that they report: those are made again of what is left
DELETE FROM occurrence_parties WHERE occurrence IN (SELECT occurrence FROM reports WHERE event IN (SELECT unnest($events)));
DELETE FROM occurrences WHERE id IN (SELECT occurrence FROM reports WHERE event IN (SELECT unnest($events)));
DELETE FROM reports WHERE occurrence IN (SELECT occurrence FROM reports WHERE event IN (SELECT unnest($events)));
DELETE FROM parties WHERE event IN (SELECT unnest($events));
DELETE FROM whys WHERE event IN (SELECT unnest($events));
DELETE FROM events WHERE id IN (SELECT unnest($events))
