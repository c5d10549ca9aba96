INSERT INTO parties BY NAME
SELECT unnest(from_json(?, '[{"event":"VARCHAR","side":"VARCHAR","position":"INTEGER","actor":"VARCHAR",
    "country":"VARCHAR","sector":"VARCHAR"}]'), max_depth := 2)
ON CONFLICT DO NOTHING
