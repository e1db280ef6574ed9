"""Converts with the peers what labelport was given, and prints how many labels come back from both."""

import json
import logging
import shutil
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import formats


class Messages(logging.Handler):
    """Counts what a program says of its own accord."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record):
        self.count += 1


def listened(convert, count):
    """What is kept, and how much was said; None where the peer gives up."""
    messages, output = Messages(), StringIO()
    logging.getLogger().addHandler(messages)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with redirect_stdout(output), redirect_stderr(output):
                convert(Path(folder))
            return {"kept": count(Path(folder)), "said": messages.count}
        except Exception as error:
            return {"kept": 0, "said": messages.count, "error": type(error).__name__}
        finally:
            logging.getLogger().removeHandler(messages)


def label_studio(tasks, form, count):
    """The converter of label-studio-sdk on folders of tasks; one that it cannot convert leaves the others alone."""
    from label_studio_sdk.converter import Converter

    errors = []

    def convert(folder):
        for number, path in enumerate(map(Path, tasks)):
            config = (path / "labeling-config.xml").read_text("utf-8")
            input_path = path / "tasks.json"
            if 'valueList="$pages"' in config:
                config = config.replace('valueList="$pages"', 'value="$image"')
                input_path = single_pages(input_path, folder / f"{number}.json")
            try:
                converter = Converter(config, project_dir=None, download_resources=False)
                converter.convert(str(input_path), str(folder / str(number)), form, is_dir=False)
            except Exception as error:
                errors.append(type(error).__name__)

    found = listened(convert, count)
    return found | {"error": errors[0]} if errors else found


def single_pages(path, output):
    """A task for each page, as the converter knows no lists of images."""
    tasks = []
    for task in json.loads(path.read_text("utf-8")):
        for page, image in enumerate(task["data"]["pages"]):
            annotations = [
                one | {"result": [each for each in one["result"] if each.get("item_index", 0) == page]}
                for one in task["annotations"]
            ]
            name = image or f"page-{page + 1}.png"
            # The converter takes one field for the image, and which one it is differs from run to run.
            data = dict.fromkeys([*task["data"], "image"], name)
            tasks.append({"id": len(tasks) + 1, "data": data, "annotations": annotations})
    output.write_text(json.dumps(tasks), "utf-8")
    return output


def datumaro(coco, form, count):
    """datumaro, from the COCO file that labelport wrote, beside blank images."""
    from datumaro import Dataset
    from PIL import Image

    def convert(folder):
        (folder / "in/annotations").mkdir(parents=True)
        (folder / "in/images/train").mkdir(parents=True)
        for one in json.loads(coco.read_text("utf-8"))["images"]:
            image = Image.new("RGB", (one["width"], one["height"]))
            image.save(folder / "in/images/train" / one["file_name"], format="PNG")
        shutil.copy(coco, folder / "in/annotations/instances_train.json")
        data = Dataset.import_from(str(folder / "in"), "coco_instances")
        data.export(str(folder / "out"), form, save_media=False)

    return listened(convert, lambda folder: count(folder / "out"))


def vendor_coco(schemas, count):
    """The rules of the vendor's own script: a file is one image of its first page, every box has the id 1."""

    def convert(folder):
        data = [json.loads(Path(path).read_text("utf-8"))["data"] for path in schemas]
        classes = [one["name"] for one in data[0]["bboxLabelSets"][0]["classes"]]
        annotations = []
        for number, one in enumerate(data):
            for label in one["bboxLabels"]:
                points = [point for shape in label["shapes"] for point in shape["points"]]
                xs, ys = ([point[axis] for point in points] for axis in "xy")
                annotations.append(
                    {
                        "id": 1,
                        "image_id": number,
                        "category_id": classes.index(label["bboxLabelClassName"]) + 1,
                        "bbox": [min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)],
                    }
                )
        categories = [{"id": index, "name": name} for index, name in enumerate(classes, 1)]
        file = {"categories": categories, "annotations": annotations}
        (folder / "coco.json").write_text(json.dumps(file), "utf-8")

    return listened(convert, lambda folder: count(folder / "coco.json"))


def text(case):
    truth = case["truth"]

    def count(paths):
        return formats.kept_texts(truth, [one for path in paths for one in formats.conll(path)])

    return {
        "CoNLL": {
            "labelport": {"kept": count(Path(case["conll"]).glob("*.conll"))},
            "label-studio-sdk": label_studio(
                case["tasks"], "CONLL2003", lambda folder: count(folder.rglob("*.conll"))
            ),
        }
    }


def classes_of(folder):
    """The names of YOLO's classes, as each writer lists them."""
    import yaml

    if (folder / "data.yaml").exists():
        return list(yaml.safe_load((folder / "data.yaml").read_text("utf-8"))["names"].values())
    [path] = [*folder.rglob("classes.txt"), *folder.rglob("obj.names")][:1]
    return path.read_text("utf-8").splitlines()


def boxes(case):
    pages = case["pages"]

    def in_coco(path):
        return formats.kept_boxes(pages, formats.coco(path))

    def in_yolo(folder):
        return formats.kept_boxes(pages, formats.yolo(folder, classes_of(folder)), True)

    def in_voc(folder):
        return formats.kept_boxes(pages, formats.voc(folder))

    coco, tasks = Path(case["coco"]) / "annotations.json", case["tasks"]
    return {
        "COCO": {
            "labelport": {"kept": in_coco(coco)},
            "label-studio-sdk": label_studio(
                tasks, "COCO", lambda folder: sum(map(in_coco, folder.rglob("result.json")))
            ),
            "the vendor's script": vendor_coco(case["schemas"], in_coco),
        },
        "YOLO": {
            "labelport": {"kept": in_yolo(Path(case["yolo"]))},
            "label-studio-sdk": label_studio(tasks, "YOLO", in_yolo),
            "datumaro": datumaro(coco, "yolo", in_yolo),
        },
        "Pascal VOC": {
            "labelport": {"kept": in_voc(Path(case["voc"]))},
            "label-studio-sdk": label_studio(tasks, "VOC", in_voc),
            "datumaro": datumaro(coco, "voc", in_voc),
        },
    }


cases = json.loads(Path(sys.argv[1]).read_text("utf-8"))
print("\n" + json.dumps([text(one) if "truth" in one else boxes(one) for one in cases]))
