"""Prints how many labels consumers find in folders of any target, and what they have against them."""

import json
import runpy
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path


def quiet(call, *args, **more):
    with redirect_stdout(StringIO()):
        return call(*args, **more)


def load_script(folder):
    return runpy.run_path(str(folder / "load.py"), run_name="load")


def jsonl(folder):
    """pandas and DuckDB, by the script beside the lines."""
    import duckdb

    load = load_script(folder)
    path = folder / "train.jsonl"
    frame = load["with_pandas"](path).to_dict("records")
    relation = load["with_duckdb"](path, duckdb.connect())
    rows = [dict(zip(relation.columns, row)) for row in relation.fetchall()]
    problems = [] if len(frame) == len(rows) else [f"{len(frame)} and {len(rows)} rows"]
    counts = {}
    for kind in ("cells", "spans", "relations", "answers", "boxes", "timestamps"):
        counts[kind], other = (sum(len(row[kind]) for row in found) for found in (frame, rows))
        if counts[kind] != other:
            problems.append(f"{kind}: {counts[kind]} and {other}")
    for row in frame + rows:
        for span in row["spans"]:
            cut = row["text"][span["start_char"] : span["end_char"]]
            if cut != span["quote"]:
                problems.append(f"{span['quote']} is {cut}")
    return {"counts": counts, "problems": problems}


def csv_table(folder):
    """pandas and DuckDB, by the script beside the tables."""
    import duckdb

    load = load_script(folder)
    frames = load["with_pandas"](folder)
    relations = load["with_duckdb"](folder, duckdb.connect())
    problems = []
    for name, frame in frames.items():
        rows = relations[name].fetchall()
        if len(frame) != len(rows):
            problems.append(f"{name}: {len(frame)} and {len(rows)} rows")
    kinds = frames["labels"]["kind"].value_counts().to_dict()
    counts = {f"{'boxe' if kind == 'box' else kind}s": int(count) for kind, count in kinds.items()}
    return {"counts": counts | {"cells": len(frames["cells"])}, "problems": problems}


def openai_chat(folder):
    """The datasets library; every answer that is JSON must be found in the text."""
    from datasets import load_dataset

    examples, problems, entities = 0, [], 0
    for path in folder.glob("*.jsonl"):
        lines = path.read_bytes().split(b"\n")[:-1]
        with tempfile.TemporaryDirectory() as cache:
            rows = list(load_dataset("json", data_files=str(path), cache_dir=cache)["train"])
        if len(rows) != len(lines):
            problems.append(f"{len(lines)} lines, {len(rows)} rows")
        examples += len(rows)
        for row in rows:
            roles = [message["role"] for message in row["messages"]]
            if roles[-2:] != ["user", "assistant"]:
                problems.append(f"roles {roles}")
            user, answer = (message["content"] for message in row["messages"][-2:])
            if not answer.startswith('{"entities"'):
                continue
            for entity in json.loads(answer)["entities"]:
                entities += 1
                if "start" in entity and user[entity["start"] : entity["end"]] != entity["text"]:
                    problems.append(f"{entity['text']} is not where it should be")
    return {"counts": {"examples": examples, "spans": entities}, "problems": problems}


def with_check(script, folder):
    """What another check prints of a folder."""
    arguments, sys.argv = sys.argv, [script, str(folder)]
    output = StringIO()
    try:
        with redirect_stdout(output):
            runpy.run_path(str(Path(__file__).parent / script))
    finally:
        sys.argv = arguments
    [found] = json.loads(output.getvalue())
    return found


def brat(folder):
    found = with_check("read_brat.py", folder)
    texts = [text for _, text in found["labels"]]
    problems = [] if texts == found["quoted"] else ["labels are not what their lines repeat"]
    return {"counts": {"spans": len(texts)}, "problems": problems}


def webanno_tsv(folder):
    found = with_check("read_webanno.py", folder)
    problems = [f"empty {name}" for name, text in found["labels"] if text == ""]
    return {"counts": {"spans": len(found["labels"])}, "problems": problems}


def coco(folder):
    """pycocotools, and an evaluation of the boxes against themselves."""
    from pycocotools.coco import COCO
    from pycocotools.cocoeval import COCOeval

    truth = quiet(COCO, str(folder / "annotations.json"))
    found = truth.loadAnns(truth.getAnnIds())
    problems = [] if len(truth.anns) == len(truth.dataset["annotations"]) else ["ids repeat"]
    for one in found:
        if one["image_id"] not in truth.imgs or one["category_id"] not in truth.cats:
            problems.append(f"annotation {one['id']} points nowhere")
    if found:
        results = [
            {key: one[key] for key in ("image_id", "category_id", "bbox")} | {"score": 0.9}
            for one in found
        ]
        evaluation = COCOeval(truth, quiet(truth.loadRes, results), "bbox")
        for step in (evaluation.evaluate, evaluation.accumulate, evaluation.summarize):
            quiet(step)
        if abs(evaluation.stats[0] - 1) > 1e-9:
            problems.append(f"scores {evaluation.stats[0]} against itself")
    return {"counts": {"boxes": len(found)}, "problems": problems}


def yolo(folder):
    """The reader of Ultralytics' layout in datumaro, with blank images in place of those to be supplied."""
    import csv

    from datumaro import Dataset
    from PIL import Image

    lines = sum(
        len(path.read_text("utf-8").splitlines()) for path in (folder / "labels").rglob("*.txt")
    )
    for listing in folder.glob("images-*.tsv"):
        with open(listing, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                path = folder / row["image"]
                # One fixture calls a picture `t.csv`; readers look for images by their ending.
                if path.suffix.lower() not in Image.registered_extensions():
                    path = path.with_suffix(".png")
                path.parent.mkdir(parents=True, exist_ok=True)
                Image.new("RGB", (640, 480)).save(path)
    if lines == 0:
        return {"counts": {"boxes": 0}, "problems": []}
    items = list(Dataset.import_from(str(folder), "yolo"))
    boxes = [one for item in items for one in item.annotations]
    problems = [] if len(boxes) == lines else [f"{lines} lines, {len(boxes)} boxes"]
    return {"counts": {"boxes": len(boxes)}, "problems": problems}


def pascal_voc(folder):
    """ElementTree, with the rules that readers of VOC rely on."""
    from xml.etree import ElementTree

    count, problems = 0, []
    for path in sorted((folder / "Annotations").rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        width, height = (int(root.findtext(f"size/{side}")) for side in ("width", "height"))
        for item in root.iter("object"):
            count += 1
            left, top, right, bottom = (
                int(item.findtext(f"bndbox/{edge}")) for edge in ("xmin", "ymin", "xmax", "ymax")
            )
            if not (1 <= left <= right <= width and 1 <= top <= bottom <= height):
                problems.append(f"{left} {top} {right} {bottom} in {width} by {height}")
    return {"counts": {"boxes": count}, "problems": problems}


consumers = {
    "jsonl": jsonl,
    "csv-table": csv_table,
    "openai-chat": openai_chat,
    "brat": brat,
    "webanno-tsv": webanno_tsv,
    "coco": coco,
    "yolo": yolo,
    "pascal-voc": pascal_voc,
}

found = []
for target, folder in json.loads(Path(sys.argv[1]).read_text("utf-8")):
    found.append(consumers[target](Path(folder)))
print("\n" + json.dumps(found))
