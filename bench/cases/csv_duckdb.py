"""A CSV read whole by DuckDB, batch by batch, every field as text."""
import json
import sys

import duckdb

from memory import report

# One thread: the others have one, too.
connection = duckdb.connect(config={"threads": 1})
reader = connection.execute("select * from read_csv($file, header = true, all_varchar = true)", {"file": sys.argv[1]})
rows = 0
while batch := reader.fetchmany(50_000):
    rows += len(batch)
print(json.dumps({"rows": rows}))
report()
