"""Makes images, puts them where an image folder wants them, and prints what the library sees."""

import json
import sys
import tempfile
from pathlib import Path

from loading import run_script, shown
from PIL import Image


def refusal_of(folder):
    """What the script says while images are missing."""
    try:
        run_script(folder)
    except SystemExit as exit:
        return str(exit.code)
    return None


folder, *images = sys.argv[1:]
missing = refusal_of(folder)
with tempfile.TemporaryDirectory() as uploads:
    for shade, name in enumerate(images):
        Image.new("RGB", (6, 8), (shade, 0, 255)).save(Path(uploads) / name)
    print("\n" + json.dumps({"missing": missing, "splits": shown(folder, uploads)}))
