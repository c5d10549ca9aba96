INSERT INTO documents
SELECT id, title, try_cast(date AS DATE), date_source, outlet, url, language, place, try_cast(crawled AS DATE), text, coder, told
FROM (SELECT unnest(from_json(?, '[{"id":"VARCHAR","title":"VARCHAR","date":"VARCHAR","date_source":"VARCHAR",
    "outlet":"VARCHAR","url":"VARCHAR","language":"VARCHAR","place":"VARCHAR","crawled":"VARCHAR","text":"VARCHAR",
    "coder":"VARCHAR","told":"VARCHAR"}]'), max_depth := 2))
ON CONFLICT DO NOTHING
