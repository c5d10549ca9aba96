INSERT INTO reports BY NAME
SELECT unnest(from_json(?, '[{"occurrence":"VARCHAR","event":"VARCHAR","position":"INTEGER"}]'), max_depth := 2)
