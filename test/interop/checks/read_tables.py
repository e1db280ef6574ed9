"""Prints what pandas and DuckDB make of lines and tables, each loaded by the script that lies beside them."""

import importlib.util
import json
import sys
from pathlib import Path

import duckdb


def script_of(folder):
    spec = importlib.util.spec_from_file_location("load", folder / "load.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(relation):
    return [dict(zip(relation.columns, row)) for row in relation.fetchall()]


def plain(frame):
    return json.loads(frame.to_json(orient="records", force_ascii=False))


def slices(documents):
    return [
        [document["text"][span["start_char"] : span["end_char"]], span["quote"], span["label"]]
        for document in documents
        for span in document["spans"]
    ]


lines, tables = map(Path, sys.argv[1:])
load = script_of(lines)
frame = load.with_pandas(lines / "train.jsonl")
relation = load.with_duckdb(lines / "train.jsonl")
guessed = duckdb.sql(f"SELECT * FROM read_json('{lines / 'train.jsonl'}')")
counted = relation.query(
    "d", "SELECT span.label AS label, count(*) AS n FROM (SELECT unnest(spans) AS span FROM d) GROUP BY 1 ORDER BY 1"
)
jsonl = {
    "pandas": plain(frame),
    "duckdb": records(relation),
    "guessed": records(guessed.project("document, text, len(spans) AS spans")),
    "slices": [slices(frame.to_dict("records")), slices(records(relation))],
    "counted": counted.fetchall(),
}

load = script_of(tables)
connection = duckdb.connect()
csv = {
    "pandas": {name: plain(frame) for name, frame in load.with_pandas(tables).items()},
    "duckdb": {name: records(one) for name, one in load.with_duckdb(tables, connection).items()},
    "unguarded": plain(load.with_pandas(tables, guarded=False)["cells"]),
}
print(json.dumps({"jsonl": jsonl, "csv": csv}, ensure_ascii=False))
