DELETE FROM occurrence_parties WHERE occurrence IN (SELECT unnest($occurrences));
DELETE FROM reports WHERE occurrence IN (SELECT unnest($occurrences));
DELETE FROM occurrences WHERE id IN (SELECT unnest($occurrences))
