"""Prints the labels and arrows of folders of brat standoff, cut out of the texts as Python counts."""

import json
import re
import sys
from pathlib import Path


def read_brat(folder):
    """Each text with its labels as (name, [(start, end), ...]), as the README of the target does it."""
    for path in sorted(Path(folder).rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        labels = []
        for line in path.with_suffix(".ann").read_text(encoding="utf-8").split("\n"):
            if line.startswith("T"):
                kind, _, places = line.split("\t")[1].partition(" ")
                spans = [tuple(map(int, place.split())) for place in places.split(";")]
                labels.append((name_of(kind), spans))
        yield text, labels


def name_of(kind):
    """`Org_x20_Name` is `Org Name`."""
    return re.sub("_x([0-9A-F]*)_", lambda m: chr(int(m[1], 16)) if m[1] else "", kind)


def quoted(folder):
    """The reference text of every line, which brat compares with the text."""
    for path in sorted(Path(folder).rglob("*.ann")):
        # The decoder brat reads with ends lines at more characters than a line feed.
        for line in path.read_bytes().decode("utf-8").splitlines():
            if line.startswith("T"):
                yield line.split("\t")[2]


def terms(folder):
    """The types of annotation.conf by section, which brat takes only when they are plain."""
    found, section = {}, None
    for line in (Path(folder) / "annotation.conf").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"^\[(.*)\]$", line):
            section = found.setdefault(match[1], [])
        elif line.strip():
            section.append(re.match(r"^(\S+)(?:\s+(.*))?$", line)[1])
    return found


def read(folder):
    return {
        "labels": [
            [name, " ".join(text[start:end] for start, end in spans)]
            for text, labels in read_brat(folder)
            for name, spans in labels
        ],
        "quoted": list(quoted(folder)),
        "terms": terms(folder),
    }


print(json.dumps([read(folder) for folder in sys.argv[1:]]))
