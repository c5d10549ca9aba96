INSERT INTO occurrences BY NAME
SELECT unnest(from_json(?, '[{"id":"VARCHAR","type":"VARCHAR","mode":"VARCHAR","when_start":"VARCHAR",
    "when_end":"VARCHAR","when_grain":"VARCHAR","place":"VARCHAR","status":"VARCHAR","disputed":"BOOLEAN",
    "outlets":"INTEGER","confidence":"DOUBLE"}]'), max_depth := 2)
