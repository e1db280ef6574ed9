"""Loads the tables of a folder: with_pandas(folder) or with_duckdb(folder).

Both take off the ' that stands before texts which a spreadsheet would run as formulas.
"""

from pathlib import Path


def files_of(folder, table):
    """The file of a table, or its shards in order."""
    return [Path(folder) / f"{table}.csv"] if (Path(folder) / f"{table}.csv").exists() else sorted(
        Path(folder).glob(f"{table}-*-of-*.csv")
    )


# The type of every column in the words of DuckDB.
TABLES = {
    "labels": {
        "document": "VARCHAR",
        "document_id": "VARCHAR",
        "part": "BIGINT",
        "project": "VARCHAR",
        "copy": "VARCHAR",
        "copy_person": "VARCHAR",
        "id": "VARCHAR",
        "kind": "VARCHAR",
        "label_set_id": "VARCHAR",
        "label_set": "VARCHAR",
        "label_id": "VARCHAR",
        "label": "VARCHAR",
        "row_index": "BIGINT",
        "column_index": "BIGINT",
        "cell_start": "BIGINT",
        "end_row_index": "BIGINT",
        "end_column_index": "BIGINT",
        "cell_end": "BIGINT",
        "quote": "VARCHAR",
        "question_id": "VARCHAR",
        "question": "VARCHAR",
        "about": "VARCHAR",
        "about_id": "VARCHAR",
        "value_type": "VARCHAR",
        "value": "VARCHAR",
        "value_json": "VARCHAR",
        "from_id": "VARCHAR",
        "to_id": "VARCHAR",
        "page": "BIGINT",
        "x_min": "DOUBLE",
        "y_min": "DOUBLE",
        "x_max": "DOUBLE",
        "y_max": "DOUBLE",
        "shapes": "VARCHAR",
        "caption": "VARCHAR",
        "start_ms": "DOUBLE",
        "end_ms": "DOUBLE",
        "made_by": "VARCHAR",
        "person": "VARCHAR",
        "verdict": "VARCHAR",
        "judged_by": "VARCHAR",
        "confidence": "DOUBLE",
        "created_at": "VARCHAR",
        "updated_at": "VARCHAR",
    },
    "cells": {
        "document": "VARCHAR",
        "document_id": "VARCHAR",
        "part": "BIGINT",
        "project": "VARCHAR",
        "copy": "VARCHAR",
        "copy_person": "VARCHAR",
        "row_index": "BIGINT",
        "column_index": "BIGINT",
        "column_name": "VARCHAR",
        "status": "VARCHAR",
        "speaker": "VARCHAR",
        "text": "VARCHAR",
    },
    "documents": {
        "document": "VARCHAR",
        "document_id": "VARCHAR",
        "part": "BIGINT",
        "project": "VARCHAR",
        "copy": "VARCHAR",
        "copy_person": "VARCHAR",
        "tasks": "VARCHAR",
        "cells": "BIGINT",
        "spans": "BIGINT",
        "relations": "BIGINT",
        "answers": "BIGINT",
        "boxes": "BIGINT",
        "timestamps": "BIGINT",
    },
}

GUARD = r"^'('*[=+\-@\t\r])"


def with_pandas(folder=".", guarded=True):
    """The three tables as frames by name. Texts stay texts; an absent text is empty, as an empty one is."""
    import pandas

    frames = {}
    for table, types in TABLES.items():
        numbers = {name: "Int64" if kind == "BIGINT" else "float64" for name, kind in types.items() if kind != "VARCHAR"}
        parts = [
            pandas.read_csv(
                path,
                dtype={name: numbers.get(name, "str") for name in types},
                keep_default_na=False,
                na_values={name: [""] for name in numbers},
                encoding="utf-8",
            )
            for path in files_of(folder, table)
        ]
        frame = parts[0] if len(parts) == 1 else pandas.concat(parts, ignore_index=True)
        for name in types:
            if guarded and name not in numbers:
                frame[name] = frame[name].str.replace(GUARD, r"\1", regex=True)
        frames[table] = frame
    return frames


def with_duckdb(folder=".", connection=None, guarded=True):
    """The three tables as relations by name. An absent text is NULL, an empty one is not."""
    import duckdb

    connection = connection or duckdb.connect()
    relations = {}
    for table, types in TABLES.items():
        relation = connection.read_csv(
            [str(path) for path in files_of(folder, table)],
            header=True,
            sep=",",
            quotechar='"',
            escapechar='"',
            columns=types,
            na_values="",
            allow_quoted_nulls=False,
            max_line_size=2**28,
            parallel=False,
        )
        if guarded:
            fields = [
                f"regexp_replace(\"{name}\", '{GUARD.replace(chr(39), chr(39) * 2)}', '\\1') AS \"{name}\""
                if kind == "VARCHAR"
                else f'"{name}"'
                for name, kind in types.items()
            ]
            relation = relation.project(", ".join(fields))
        relations[table] = relation
    return relations


if __name__ == "__main__":
    import sys

    for name, relation in with_duckdb(*sys.argv[1:]).items():
        print(name)
        print(relation)
