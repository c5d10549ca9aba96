INSERT INTO events BY NAME
SELECT unnest(from_json(?, '[{"id":"VARCHAR","document":"VARCHAR","start":"INTEGER","end":"INTEGER","type":"VARCHAR",
    "mode":"VARCHAR","when_start":"VARCHAR","when_end":"VARCHAR","when_grain":"VARCHAR","place":"VARCHAR",
    "status":"VARCHAR","speaker":"VARCHAR","coder":"VARCHAR","text":"VARCHAR",
    "confidence":"DOUBLE","signs":["VARCHAR"]}]'), max_depth := 2)
ON CONFLICT DO NOTHING
