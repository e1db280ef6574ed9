"""Opens folders as a user would, without options, and prints what the library sees."""

import json
import sys
import tempfile

from datasets import ClassLabel, List, Value, load_dataset


def described(feature):
    """The type of a feature in plain JSON."""
    if isinstance(feature, ClassLabel):
        return {"classes": feature.names}
    if isinstance(feature, Value):
        return feature.dtype
    if isinstance(feature, List):
        return [described(feature.feature)]
    if isinstance(feature, dict):
        return {"fields": {name: described(inner) for name, inner in feature.items()}}
    return repr(feature)


def slices_of(rows):
    """The text and label of every span, as a user would cut them."""
    return [
        (row["text"][span["start"] : span["end"]], span["label"])
        for row in rows
        for span in row["spans"]
    ]


def loaded(folder, cache):
    dataset = load_dataset(folder, cache_dir=cache)
    streamed = load_dataset(folder, streaming=True, cache_dir=cache)
    return {split: shown(rows, streamed[split]) for split, rows in dataset.items()}


def shown(rows, streamed):
    result = {
        "features": {name: described(one) for name, one in rows.features.items()},
        "streamedFeatures": {name: described(one) for name, one in streamed.features.items()},
        "rows": list(rows),
        "streamed": list(streamed),
    }
    return {**result, "slices": slices_of(rows)} if "spans" in rows.features else result


# One start of the library for all folders: importing it costs more than loading them.
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as cache:
    print("\n" + json.dumps([loaded(folder, cache) for folder in sys.argv[1:]]))
