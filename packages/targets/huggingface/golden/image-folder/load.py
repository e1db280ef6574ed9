"""Loads the data set in this folder. Run it to check and see it, or import `load` from it."""

import json
import shutil
import sys
from pathlib import Path

from datasets import load_dataset

FOLDER = Path(__file__).resolve().parent


def load(**options):
    """The data set; options are those of `load_dataset`."""
    return load_dataset(str(FOLDER), **options)


def check(row, features):
    """A box is four numbers, and a polygon has whole points."""
    for item in row["objects"]:
        assert len(item["bbox"]) in (0, 4) and len(item["polygon"]) % 2 == 0, row["id"]


def named_images():
    """The folder and the name of every image that the metadata asks for."""
    for file in sorted(FOLDER.glob("*/*/metadata.*")):
        if file.suffix == ".parquet":
            from pyarrow import parquet

            names = parquet.read_table(file, columns=["file_name"])["file_name"].to_pylist()
        else:
            lines = file.read_text("utf-8").split("\n")
            names = [json.loads(line)["file_name"] for line in lines if line]
        for name in names:
            yield file.parent, name


def place_images(sources):
    """Copies images from the folders that are given; says which are missing."""
    missing = []
    for folder, name in named_images():
        found = [Path(source) / name for source in sources if (Path(source) / name).is_file()]
        if found and not (folder / name).exists():
            shutil.copyfile(found[0], folder / name)
        if not (folder / name).exists():
            missing.append((folder / name).relative_to(FOLDER).as_posix())
    if missing:
        names = "\n  ".join(missing[:20])
        sys.exit(
            f"{len(missing)} images are missing. Run: python load.py path/to/images"
            f"\nThe first ones belong here:\n  {names}"
        )


if __name__ == "__main__":
    place_images(sys.argv[1:])
    sys.stdout.reconfigure(encoding="utf-8")
    for split, rows in load().items():
        for row in rows:
            check(row, rows.features)
        print(f"{split}: {len(rows)} rows")
        for name, feature in rows.features.items():
            print(f"  {name}: {feature}")
        for row in rows.select(range(min(1, len(rows)))):
            print(row)
