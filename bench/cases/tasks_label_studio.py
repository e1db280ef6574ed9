"""Tasks of Label Studio to CoNLL by the converter of its SDK."""
import sys
from pathlib import Path

from label_studio_sdk.converter import Converter

from memory import report

folder = Path(sys.argv[1])
converter = Converter((folder / "labeling-config.xml").read_text("utf-8"), project_dir=None)
converter.convert(str(folder / "tasks.json"), sys.argv[2], "CONLL2003", is_dir=False)
report()
