"""Runs `spacy debug data` on a .spacy file with a blank pipeline and prints what it says."""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

from spacy.cli.debug_data import debug_data
from spacy.cli.init_config import init_config

path = Path(sys.argv[1])
pipeline = sys.argv[2].split(",")
config = path.parent / "config.cfg"
init_config(lang="xx", pipeline=pipeline, gpu=False, silent=True).to_disk(config)

output = io.StringIO()
failed = False
with redirect_stdout(output):
    try:
        paths = {"paths.train": str(path), "paths.dev": str(path)}
        debug_data(config, config_overrides=paths, ignore_warnings=True, no_format=True, silent=False)
    except SystemExit as exit:
        failed = exit.code not in (0, None)

summary = output.getvalue().strip().splitlines()[-1].strip()
print(json.dumps({"failed": failed, "summary": summary}))
