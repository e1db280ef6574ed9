"""Prints the labels of folders of WebAnno TSV, read by the code of the target's README."""

import json
import re
import sys
from pathlib import Path

readme = Path("packages/targets/webanno-tsv/README.md").read_text("utf-8")
code = re.search(r"^```python\n(.*?)^```$", readme, re.M | re.S)[1]
namespace = {}
exec(compile(code, "README.md", "exec"), namespace)


def read(folder):
    paths = sorted(Path(folder).rglob("*.tsv"))
    return {
        "files": [path.relative_to(folder).as_posix() for path in paths],
        "labels": [label for path in paths for label in namespace["read_webanno"](path)],
    }


print(json.dumps([read(folder) for folder in sys.argv[1:]]))
