INSERT INTO mentions BY NAME
SELECT unnest(from_json(?, '[{"document":"VARCHAR","kind":"VARCHAR","position":"INTEGER","start":"INTEGER",
    "end":"INTEGER","text":"VARCHAR","name":"VARCHAR","actor":"VARCHAR","code":"VARCHAR","place":"VARCHAR",
    "when_start":"VARCHAR","when_end":"VARCHAR","when_grain":"VARCHAR","row":"VARCHAR"}]'), max_depth := 2)
ON CONFLICT DO NOTHING
