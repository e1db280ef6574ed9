"""Loads the data set in this folder. Run it to check and see it, or import `load` from it."""

import sys
from pathlib import Path

from datasets import load_dataset

FOLDER = Path(__file__).resolve().parent


def load(**options):
    """The data set; options are those of `load_dataset`."""
    return load_dataset(str(FOLDER), **options)


def check(row, features):
    """Every token has one tag."""
    names = features["tags"].feature.names
    assert len(row["tokens"]) == len(row["tags"]), row["id"]
    assert all(0 <= tag < len(names) for tag in row["tags"]), row["id"]


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    for split, rows in load().items():
        for row in rows:
            check(row, rows.features)
        print(f"{split}: {len(rows)} rows")
        for name, feature in rows.features.items():
            print(f"  {name}: {feature}")
        for row in rows.select(range(min(1, len(rows)))):
            print(row)
