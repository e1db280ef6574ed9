"""Prints what programs that load many files at once make of shards: names, rows and classes."""

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path

import duckdb
import pyarrow.dataset
from datasets import load_dataset


def script_of(folder):
    spec = importlib.util.spec_from_file_location("load", folder / "load.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counts(names):
    return sorted(Counter(names).items())


hub, lines, tables = map(Path, sys.argv[1:])
streamed = load_dataset(str(hub), split="train", streaming=True)
tags = streamed.features["tags"].feature
rows = list(streamed)
loaded = load_dataset(str(hub), split="train")
pattern = str(hub / "data" / "train-*.parquet")
by_document = f"SELECT document, count(*) FROM read_parquet('{pattern}') GROUP BY 1 ORDER BY 1"
jsonl, csv = script_of(lines), script_of(tables)

print(
    json.dumps(
        {
            "streaming": {
                "shards": streamed.num_shards,
                "documents": counts(row["document"] for row in rows),
                "tags": counts(tags.names[tag] for row in rows for tag in row["tags"]),
            },
            "loaded": counts(loaded["document"]),
            "duckdb": duckdb.sql(by_document).fetchall(),
            "arrow": counts(
                pyarrow.dataset.dataset(str(hub / "data"), format="parquet")
                .to_table(columns=["document"])["document"]
                .to_pylist()
            ),
            "jsonl": {
                "pandas": counts(jsonl.with_pandas(lines / "train-*.jsonl")["document"]),
                "duckdb": counts(
                    name
                    for (name,) in jsonl.with_duckdb(lines / "train-*.jsonl").project("document").fetchall()
                ),
            },
            "csv": {
                "pandas": len(csv.with_pandas(tables)["labels"]),
                "duckdb": len(csv.with_duckdb(tables)["labels"].fetchall()),
            },
        },
        ensure_ascii=False,
    )
)
