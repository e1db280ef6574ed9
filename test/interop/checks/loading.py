"""What the checks of data sets share: loading as a user would, and showing what the library gives."""

import io
import os
import runpy
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

# The library reads this once; a cache of its own keeps runs apart.
cache = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
os.environ["HF_DATASETS_CACHE"] = cache.name

from datasets import ClassLabel, Image, List, Value, load_dataset  # noqa: E402


def described(feature):
    """The type of a feature in plain JSON."""
    if isinstance(feature, ClassLabel):
        return {"classes": feature.names}
    if isinstance(feature, Value):
        return feature.dtype
    if isinstance(feature, Image):
        return "image"
    if isinstance(feature, List):
        return [described(feature.feature)]
    if isinstance(feature, dict):
        return {"fields": {name: described(inner) for name, inner in feature.items()}}
    return repr(feature)


def plain(value):
    """A value as JSON; of an image its size and the colour of its first pixel."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if hasattr(value, "getpixel"):
        return {"size": list(value.size), "pixel": list(value.convert("RGB").getpixel((0, 0)))}
    return value


def is_span(value):
    return isinstance(value, dict) and {"start", "end", "label", "text"} <= value.keys()


def slices_of(value):
    """Cuts every span out of the text beside its list, however deep, and compares it with its quote."""
    if isinstance(value, list):
        for inner in value:
            yield from slices_of(inner)
    if not isinstance(value, dict):
        return
    for inner in value.values():
        if isinstance(inner, list) and any(map(is_span, inner)):
            for span in inner:
                cut = value["text"][span["start"] : span["end"]]
                assert cut == span["text"], (cut, span)
                yield [cut, span["label"]]
        else:
            yield from slices_of(inner)


def run_script(folder, *arguments):
    """Runs the script of a folder as a command; what it prints, and its functions."""
    # Printing must not depend on the encoding of the terminal.
    printed = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    sys.argv = ["load.py", *arguments]
    with redirect_stdout(printed):
        script = runpy.run_path(str(Path(folder) / "load.py"), run_name="__main__")
    printed.seek(0)
    return printed.read().splitlines(), script


def shown(folder, *arguments):
    """All splits of a folder: loaded at once, streamed, and by its script."""
    printed, script = run_script(folder, *arguments)
    dataset = load_dataset(folder)
    streamed = load_dataset(folder, streaming=True)
    scripted = script["load"]()
    return {
        split: {
            "features": {name: described(one) for name, one in rows.features.items()},
            "streamedFeatures": {
                name: described(one) for name, one in streamed[split].features.items()
            },
            "rows": plain(list(rows)),
            "streamed": plain(list(streamed[split])),
            "slices": list(slices_of(list(rows))),
            "sameByScript": plain(list(scripted[split])) == plain(list(rows))
            and f"{split}: {len(rows)} rows" in printed,
        }
        for split, rows in dataset.items()
    }
