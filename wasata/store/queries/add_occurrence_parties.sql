INSERT INTO occurrence_parties BY NAME
SELECT unnest(from_json(?, '[{"occurrence":"VARCHAR","side":"VARCHAR","position":"INTEGER","actor":"VARCHAR",
    "country":"VARCHAR","sector":"VARCHAR"}]'), max_depth := 2)
