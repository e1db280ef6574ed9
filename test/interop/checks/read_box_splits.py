"""Prints what readers of COCO, YOLO and Pascal VOC find in each split of three folders."""

import json
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import yaml
from datumaro.components.dataset import Dataset
from PIL import Image
from pycocotools.coco import COCO


def put_picture(path, size):
    """The picture that a person puts there; importers look for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", tuple(size)).save(path)


def split_of(path):
    with redirect_stdout(StringIO()):
        found = COCO(str(path))
    return {
        "images": {image["file_name"]: image["id"] for image in found.dataset["images"]},
        "categories": {one["name"]: one["id"] for one in found.dataset["categories"]},
        "boxes": [
            [found.imgs[one["image_id"]]["file_name"], found.cats[one["category_id"]]["name"]]
            for one in found.dataset["annotations"]
        ],
    }


def with_pycocotools(folder):
    paths = sorted((folder / "annotations").glob("instances_*.json"))
    return {path.stem.removeprefix("instances_"): split_of(path) for path in paths}


def with_datumaro(folder, kind):
    found = Dataset.import_from(str(folder), kind)
    names = [one.name for one in found.categories()[next(iter(found.categories()))].items]
    splits = {}
    for item in found:
        boxes = [
            [names[one.label], [round(edge) for edge in one.get_bbox()]]
            for one in item.annotations
            if type(one).__name__ == "Bbox"
        ]
        splits.setdefault(item.subset, {})[item.id] = boxes
    return splits


def with_yolo_rules(folder, size):
    """What Ultralytics asks of a data set: folders for train and val, and a label file for each image."""
    data = yaml.safe_load((folder / "data.yaml").read_text("utf-8"))
    splits = {}
    for split in ("train", "val", "test"):
        if split not in data:
            continue
        assert data[split] == f"images/{split}", data[split]
        images = {}
        rows = (folder / f"images-{split}.tsv").read_text("utf-8").splitlines()[1:]
        for image in (Path(row.split("\t")[0]) for row in rows):
            put_picture(folder / image, size)
            lines = (folder / "labels" / split / image.name).with_suffix(".txt").read_text("utf-8")
            numbers = [int(line.split()[0]) for line in lines.splitlines()]
            images[image.name] = [data["names"][number] for number in numbers]
        splits[split] = images
    return splits


def with_lists(folder):
    lists = sorted((folder / "ImageSets/Main").glob("*.txt"))
    stems = {path.stem: path.read_text("utf-8").splitlines() for path in lists}
    for stem in sum(stems.values(), []):
        assert (folder / f"Annotations/{stem}.xml").exists(), stem
    return stems


coco, yolo, voc = map(Path, sys.argv[1:4])
size = json.loads(sys.argv[4])
files = with_pycocotools(coco)
for name, split in files.items():
    for image in split["images"]:
        put_picture(coco / "images" / name / image, size)
rules = with_yolo_rules(yolo, size)
print(
    json.dumps(
        {
            "coco": files,
            "cocoImported": with_datumaro(coco, "coco"),
            "yolo": rules,
            "yoloImported": with_datumaro(yolo, "yolo"),
            "voc": with_lists(voc),
        }
    )
)
