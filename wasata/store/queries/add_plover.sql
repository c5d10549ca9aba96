INSERT INTO plover BY NAME
SELECT unnest(from_json(?, '[{"type":"VARCHAR","mode":"VARCHAR","quad":"INTEGER","score":"DOUBLE"}]'), max_depth := 2)
ON CONFLICT DO NOTHING
