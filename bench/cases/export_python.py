"""Zip of JSON_ADVANCED in, one JSON line per row out, with Python's standard library."""
import json
import sys
import zipfile

from memory import report

rows = 0
with zipfile.ZipFile(sys.argv[1]) as archive, open(sys.argv[2], "w", encoding="utf-8") as out:
    for name in archive.namelist():
        if name.endswith("/"):
            continue
        data = json.loads(archive.read(name))
        names = {item["id"]: item["labelName"] for item in data["labelSets"][0]["labelItems"]}
        tags = [["O"] * len(sentence["tokens"]) for sentence in data["sentences"]]
        for label in data["labels"]:
            row = tags[label["startCellLine"]]
            first = label["startTokenIndex"]
            for token in range(first, label["endTokenIndex"] + 1):
                row[token] = ("B-" if token == first else "I-") + names[label["labelSetItemId"]]
        for sentence in data["sentences"]:
            line = {"id": f"{name}#{sentence['id']}", "document": name, "row": sentence["id"], "tokens": sentence["tokens"], "tags": tags[sentence["id"]]}
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
            rows += 1
print(json.dumps({"rows": rows}))
report()
