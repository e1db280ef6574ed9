"""Prints what label-studio-sdk finds in folders of tasks and their configuration."""

import csv
import io
import json
import logging
import sys
import tempfile
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

logging.disable(logging.CRITICAL)


def problems(interface, tasks):
    """What the SDK has against the results of the tasks."""
    found = []
    for task in tasks:
        if not interface.validate_task({"data": task["data"]}):
            found.append(f"task {task['id']}: data")
        for kind in ("annotations", "predictions"):
            for one in task[kind]:
                errors = interface.validate_prediction(one, return_errors=True)
                found += [f"task {task['id']}: {error}" for error in errors]
    return found


def slices(task):
    """The labels of texts, cut out of them as Python counts."""
    text = task["data"].get("text", "")
    return [
        [result["value"]["labels"][0], text[result["value"]["start"] : result["value"]["end"]]]
        for annotation in task["annotations"]
        for result in annotation["result"]
        if result.get("from_name") == "label" and result["type"] == "labels"
    ]


def moved(tasks):
    """Labels of texts that are not what Python cuts out."""
    return [
        result["value"]["text"]
        for task in tasks
        for one in task["annotations"] + task["predictions"]
        for result in one["result"]
        if result.get("from_name") == "label"
        and result["type"] == "labels"
        and result["value"]["text"]
        != task["data"]["text"][result["value"]["start"] : result["value"]["end"]]
    ]


def converted(config, path, form):
    """The output of the SDK's converter for one format."""
    with tempfile.TemporaryDirectory() as folder:
        converter = Converter(config, project_dir=None, download_resources=False)
        converter.convert(path, folder, form, is_dir=False)
        [output] = Path(folder).glob("result.*")
        text = output.read_text(encoding="utf-8")
    if form == "CSV":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return json.loads(text) if form == "JSON_MIN" else text


def read(folder):
    config = (Path(folder) / "labeling-config.xml").read_text(encoding="utf-8")
    path = str(Path(folder) / "tasks.json")
    tasks = json.loads(Path(path).read_text(encoding="utf-8"))
    interface = LabelInterface(config)
    interface.validate()
    # Without a control for labels the converter has nothing to tag.
    is_tagged = Path(folder).name == "text" and "<Labels " in config
    return {
        "problems": problems(interface, tasks),
        "labels": {
            name: list(control.labels or []) for name, control in interface._controls.items()
        },
        "slices": [slices(task) for task in tasks],
        "moved": moved(tasks),
        "min": converted(config, path, "JSON_MIN"),
        "csv": len(converted(config, path, "CSV")),
        "conll": converted(config, path, "CONLL2003") if is_tagged else None,
    }


print(json.dumps([read(folder) for folder in sys.argv[1:]], default=str))
