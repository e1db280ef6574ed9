"""Loads the lines of this folder: with_pandas("train.jsonl") or with_duckdb("train.jsonl").

Shards are loaded together by a pattern: with_pandas("train-*.jsonl").
"""

from glob import glob
from pathlib import Path

# The type of every column in the words of DuckDB.
COLUMNS = {
    "document": 'VARCHAR',
    "document_id": 'VARCHAR',
    "part": 'BIGINT',
    "project": 'VARCHAR',
    "project_id": 'VARCHAR',
    "project_tags": 'VARCHAR[]',
    "project_completed_at": 'VARCHAR',
    "copy": 'VARCHAR',
    "copy_person": 'VARCHAR',
    "tasks": 'VARCHAR[]',
    "media": 'STRUCT("type" VARCHAR, "pages" STRUCT("index" BIGINT, "width" DOUBLE, "height" DOUBLE)[])[]',
    "columns": 'STRUCT("name" VARCHAR, "role" VARCHAR)[]',
    "text": 'VARCHAR',
    "cells": 'STRUCT("row_index" BIGINT, "column_index" BIGINT, "start_char" BIGINT, "end_char" BIGINT, "text" VARCHAR, "status" VARCHAR, "speaker" VARCHAR, "tokens" BIGINT[][], "metadata" STRUCT("key" VARCHAR, "value" VARCHAR, "pinned" BOOLEAN, "type" VARCHAR)[])[]',
    "spans": 'STRUCT("id" VARCHAR, "label_set_id" VARCHAR, "label_set" VARCHAR, "label_id" VARCHAR, "label" VARCHAR, "start_char" BIGINT, "end_char" BIGINT, "row_index" BIGINT, "column_index" BIGINT, "cell_start" BIGINT, "end_row_index" BIGINT, "end_column_index" BIGINT, "cell_end" BIGINT, "quote" VARCHAR, "made_by" VARCHAR, "person" VARCHAR, "verdict" VARCHAR, "judged_by" VARCHAR, "confidence" DOUBLE, "created_at" VARCHAR, "updated_at" VARCHAR)[]',
    "relations": 'STRUCT("id" VARCHAR, "label_set_id" VARCHAR, "label_set" VARCHAR, "label_id" VARCHAR, "label" VARCHAR, "from_id" VARCHAR, "to_id" VARCHAR, "made_by" VARCHAR, "person" VARCHAR, "verdict" VARCHAR, "judged_by" VARCHAR, "confidence" DOUBLE, "created_at" VARCHAR, "updated_at" VARCHAR)[]',
    "answers": 'STRUCT("id" VARCHAR, "question_id" VARCHAR, "question" VARCHAR, "about" VARCHAR, "about_row" BIGINT, "about_id" VARCHAR, "value_type" VARCHAR, "values" VARCHAR[], "option_ids" VARCHAR[], "number" DOUBLE, "flag" BOOLEAN, "json" VARCHAR, "made_by" VARCHAR, "person" VARCHAR, "verdict" VARCHAR, "judged_by" VARCHAR, "confidence" DOUBLE, "created_at" VARCHAR, "updated_at" VARCHAR)[]',
    "boxes": 'STRUCT("id" VARCHAR, "label_set_id" VARCHAR, "label_set" VARCHAR, "label_id" VARCHAR, "label" VARCHAR, "shapes" STRUCT("page" BIGINT, "points" STRUCT("x" DOUBLE, "y" DOUBLE)[])[], "caption" VARCHAR, "start_char" BIGINT, "end_char" BIGINT, "row_index" BIGINT, "column_index" BIGINT, "cell_start" BIGINT, "end_row_index" BIGINT, "end_column_index" BIGINT, "cell_end" BIGINT, "quote" VARCHAR, "made_by" VARCHAR, "person" VARCHAR, "verdict" VARCHAR, "judged_by" VARCHAR, "confidence" DOUBLE, "created_at" VARCHAR, "updated_at" VARCHAR)[]',
    "timestamps": 'STRUCT("id" VARCHAR, "label_set_id" VARCHAR, "label_set" VARCHAR, "label_id" VARCHAR, "label" VARCHAR, "start_ms" DOUBLE, "end_ms" DOUBLE, "start_char" BIGINT, "end_char" BIGINT, "row_index" BIGINT, "column_index" BIGINT, "cell_start" BIGINT, "end_row_index" BIGINT, "end_column_index" BIGINT, "cell_end" BIGINT, "quote" VARCHAR, "made_by" VARCHAR, "person" VARCHAR, "verdict" VARCHAR, "judged_by" VARCHAR, "confidence" DOUBLE, "created_at" VARCHAR, "updated_at" VARCHAR)[]',
    "comments": 'STRUCT("id" VARCHAR, "text" VARCHAR, "about" VARCHAR, "about_id" VARCHAR, "reply_to" VARCHAR, "reference" VARCHAR, "start_char" BIGINT, "end_char" BIGINT, "row_index" BIGINT, "column_index" BIGINT, "cell_start" BIGINT, "end_row_index" BIGINT, "end_column_index" BIGINT, "cell_end" BIGINT, "quote" VARCHAR, "person" VARCHAR, "created_at" VARCHAR, "resolved" BOOLEAN)[]',
}


def files_of(path):
    """The files a path or a pattern stands for."""
    return [path] if Path(path).exists() else sorted(glob(str(path)))


def with_pandas(path):
    """A frame with one row per document. Texts stay texts, also those that look like dates or numbers."""
    import pandas

    frames = [
        pandas.read_json(one, lines=True, dtype=False, convert_dates=False, encoding="utf-8")[list(COLUMNS)]
        for one in files_of(path)
    ]
    return frames[0] if len(frames) == 1 else pandas.concat(frames, ignore_index=True)


def with_duckdb(path, connection=None):
    """A relation with one row per document."""
    import duckdb

    return (connection or duckdb).read_json(
        [str(one) for one in files_of(path)], format="newline_delimited", columns=COLUMNS, maximum_object_size=2**31
    )


if __name__ == "__main__":
    import sys

    for path in sys.argv[1:]:
        print(with_duckdb(path))
