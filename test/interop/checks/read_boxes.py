"""Prints the boxes that readers of COCO, YOLO and Pascal VOC find in three folders."""

import csv
import json
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import yaml
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval


def quiet(call, *args):
    with redirect_stdout(StringIO()):
        return call(*args)


def with_pycocotools(folder):
    truth = quiet(COCO, str(folder / "annotations.json"))
    images = truth.loadImgs(truth.getImgIds())
    found = truth.loadAnns(truth.getAnnIds())
    results = [
        {key: one[key] for key in ("image_id", "category_id", "bbox", "segmentation")} | {"score": 0.9}
        for one in found
    ]
    scores = {}
    for kind in ("bbox", "segm"):
        evaluation = COCOeval(truth, quiet(truth.loadRes, [dict(one) for one in results]), kind)
        for step in (evaluation.evaluate, evaluation.accumulate, evaluation.summarize):
            quiet(step)
        scores[kind] = float(evaluation.stats[0])
    names = {image["id"]: image["file_name"] for image in images}
    return {
        "scores": scores,
        "images": {image["file_name"]: [image["width"], image["height"]] for image in images},
        "classes": [one["name"] for one in truth.loadCats(truth.getCatIds())],
        "boxes": [
            [names[one["image_id"]], truth.cats[one["category_id"]]["name"], one["bbox"]]
            for one in found
        ],
        "pixels": [int(truth.annToMask(one).sum()) for one in found],
        "attributes": [one.get("attributes") for one in found],
    }


def with_yolo_rules(folder, sizes):
    """What Ultralytics checks in `verify_image_label` before it takes a file."""
    data = yaml.safe_load((folder / "data.yaml").read_text("utf-8"))
    boxes = []
    with open(folder / "images-train.tsv", encoding="utf-8", newline="") as file:
        images = [row["image"] for row in csv.DictReader(file, delimiter="\t")]
    for image in images:
        name = Path(image).name
        width, height = sizes[name]
        labels = folder / image.replace("images/", "labels/", 1)
        for line in labels.with_suffix(".txt").read_text("utf-8").splitlines():
            number, *numbers = line.split()
            x, y, w, h = map(float, numbers)
            assert all(0 <= one <= 1 for one in (x, y, w, h)), line
            box = [(x - w / 2) * width, (y - h / 2) * height, w * width, h * height]
            boxes.append([name, data["names"][int(number)], [round(one, 3) for one in box]])
    folders = [data[split] for split in ("train", "val", "test")]
    return {"classes": list(data["names"].values()), "folders": folders, "boxes": boxes}


def with_element_tree(folder):
    stems = (folder / "ImageSets/Main/train.txt").read_text("utf-8").split("\n")[:-1]
    boxes = []
    for stem in stems:
        root = ElementTree.parse(folder / f"Annotations/{stem}.xml").getroot()
        for item in root.iter("object"):
            edges = [int(item.findtext(f"bndbox/{edge}")) for edge in ("xmin", "ymin", "xmax", "ymax")]
            boxes.append([root.findtext("filename"), item.findtext("name"), edges])
    return {"images": len(stems), "boxes": boxes}


coco, yolo, voc = map(Path, sys.argv[1:])
found = with_pycocotools(coco)
print(
    json.dumps(
        {
            "coco": found,
            "yolo": with_yolo_rules(yolo, found["images"]),
            "voc": with_element_tree(voc),
        }
    )
)
