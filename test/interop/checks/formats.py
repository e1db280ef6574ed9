"""Counts what is in CoNLL, COCO, YOLO and Pascal VOC files, whoever wrote them; knows no writer."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree


def plain(text):
    """Letters and digits, as writers spell other characters in ways of their own."""
    return re.sub(r"[\W_]+", "", text) or re.sub(r"\s+", "", text)


def conll(path):
    """
    Labels as (name, text), by the rules of IOB2: the first and the last of columns between blanks count. Where a
    table of escapes lies beside the file they are undone.
    """
    table = Path(path).parent / "escapes.json"
    escapes = json.loads(table.read_text("utf-8")) if table.exists() else {"characters": {}, "labels": {}}
    found = []
    for block in re.split(r"\n[ \t]*\n", Path(path).read_text("utf-8")):
        tag = None
        for columns in (re.split(r"[ \t]+", line.strip(" \t")) for line in block.split("\n")):
            if len(columns) < 2 or columns[0] == "-DOCSTART-":
                tag = None
                continue
            token, mark = columns[0], columns[-1]
            if mark.startswith("I-") and tag == mark[2:]:
                found[-1][1] += token
            elif mark[:2] in ("B-", "I-"):
                tag = mark[2:]
                found.append([tag, token])
            else:
                tag = None

    def token_text(text):
        for escape, character in escapes["characters"].items():
            text = text.replace(escape, character)
        return plain(text)

    return [(plain(escapes["labels"].get(name, name)), token_text(text)) for name, text in found]


def coco(path):
    """Boxes by image as (name, left, top, right, bottom) in pixels; one id is one box, as pycocotools has it."""
    data = json.loads(Path(path).read_text("utf-8"))
    names = {one["id"]: one["name"] for one in data["categories"]}
    images = {}
    for one in {one["id"]: one for one in data["annotations"]}.values():
        left, top, width, height = one["bbox"]
        box = (plain(names[one["category_id"]]), left, top, left + width, top + height)
        images.setdefault(one["image_id"], []).append(box)
    return images


def yolo(folder, names):
    """Boxes by image as (name, left, top, right, bottom) in parts of the image; of a polygon the box around it."""
    images = {}
    for path in Path(folder).rglob("*.txt"):
        for line in path.read_text("utf-8").splitlines():
            numbers = line.split()
            if len(numbers) < 5 or not re.fullmatch(r"\d+", numbers[0]):
                continue
            name, edges = plain(names[int(numbers[0])]), list(map(float, numbers[1:]))
            if len(edges) > 4:
                xs, ys = edges[::2], edges[1::2]
                edges = [min(xs), min(ys), max(xs), max(ys)]
            else:
                x, y, w, h = edges
                edges = [x - w / 2, y - h / 2, x + w / 2, y + h / 2]
            images.setdefault(path.stem, []).append((name, *edges))
    return images


def voc(folder):
    """Boxes by image as (name, left, top, right, bottom) in pixels."""
    images = {}
    for path in Path(folder).rglob("*.xml"):
        for item in ElementTree.parse(path).getroot().iter("object"):
            edges = [float(item.findtext(f"bndbox/{edge}")) for edge in ("xmin", "ymin", "xmax", "ymax")]
            images.setdefault(path.stem, []).append((plain(item.findtext("name")), *edges))
    return images


def kept_texts(truth, found):
    """How many labels came back, each once."""
    rest, kept = list(found), 0
    for name, text in truth:
        key = (plain(name), plain(text))
        if key in rest:
            rest.remove(key)
            kept += 1
    return kept


def kept_boxes(pages, images, in_parts=False):
    """How many boxes came back with their name, to two pixels, on an image of their page alone."""

    def matches(page, boxes):
        scale = (page["width"], page["height"]) * 2 if in_parts else (1, 1, 1, 1)
        rest = [(name, *(edge * by for edge, by in zip(edges, scale))) for name, *edges in boxes]
        count = 0
        for name, *edges in page["boxes"]:
            for one in rest:
                if one[0] == plain(name) and all(abs(a - b) <= 2 for a, b in zip(edges, one[1:])):
                    rest.remove(one)
                    count += 1
                    break
        return count

    scores = sorted(
        ((matches(page, boxes), number, image) for number, page in enumerate(pages) for image, boxes in images.items()),
        key=lambda one: -one[0],
    )
    kept, taken_pages, taken_images = 0, set(), set()
    for count, page, image in scores:
        if page in taken_pages or image in taken_images:
            continue
        taken_pages.add(page)
        taken_images.add(image)
        kept += count
    return kept
