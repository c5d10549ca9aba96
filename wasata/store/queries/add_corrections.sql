INSERT INTO corrections BY NAME
SELECT unnest(from_json(?, '[{"event":"VARCHAR","document":"VARCHAR","correction":"VARCHAR"}]'), max_depth := 2)
