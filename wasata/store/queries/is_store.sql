-- a line where this is a store of wasata, of whatever version
SELECT 1 FROM duckdb_tables() WHERE table_name = 'whys'
