INSERT INTO whys BY NAME
SELECT unnest(from_json(?, '[{"event":"VARCHAR","position":"INTEGER","parent":"INTEGER","row":"VARCHAR",
    "start":"INTEGER","end":"INTEGER"}]'), max_depth := 2)
ON CONFLICT DO NOTHING
