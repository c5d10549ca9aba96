INSERT INTO unknowns BY NAME
SELECT unnest(from_json(?, '[{"document":"VARCHAR","position":"INTEGER","kind":"VARCHAR","start":"INTEGER",
    "end":"INTEGER","key":"VARCHAR","text":"VARCHAR"}]'), max_depth := 2)
ON CONFLICT DO NOTHING
