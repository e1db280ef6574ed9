"""Runs what a README says under "Loading it" in a folder of written files, and prints what it prints."""

import contextlib
import io
import json
import os
import re
import sys
from pathlib import Path

readme, folder = map(Path, sys.argv[1:])
section = readme.read_text("utf-8").split("\n## Loading it\n")[1]
code = re.search(r"^```python\n(.*?)^```$", section, re.M | re.S)[1]
os.chdir(folder)
sys.path.insert(0, "")
printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    exec(compile(code, str(readme), "exec"), {"__name__": "readme"})
print(json.dumps(printed.getvalue()))
