-- a line where the table events lacks a column of today
SELECT 1 FROM duckdb_tables() t
WHERE t.table_name = 'events' AND NOT EXISTS (
    SELECT 1 FROM duckdb_columns() c WHERE c.table_name = 'events' AND c.column_name = 'signs')
