"""Prints the docs of train.spacy and dev.spacy, and the classes of components that read the lists beside them."""

import json
import sys
from pathlib import Path

import spacy
from spacy.training import Corpus
from spacy.training.corpus import read_labels

folder = Path(sys.argv[1])


def labels_of(nlp, name):
    found = nlp.get_pipe(name)
    if name != "ner":
        return list(found.labels)
    # The labels of the moves that begin an entity, in the order in which the model numbers them.
    return [move[2:] for move in found.move_names if move.startswith("B-")]


lists = {"ner": "ner", "spancat": "spancat", "textcat_multilabel": "textcat"}
nlp = spacy.blank("xx")
for name in lists:
    nlp.add_pipe(name)
nlp.config["initialize"]["components"] = {
    name: {"labels": {"@readers": "spacy.read_labels.v1", "path": str(folder / f"labels/{file}.json")}}
    for name, file in lists.items()
}
splits = {path.stem: list(Corpus(path)(nlp)) for path in sorted(folder.glob("*.spacy"))}
nlp.initialize(lambda: splits["train"])
losses = {}
nlp.update(splits["train"], losses=losses)
scores = nlp.evaluate(splits["dev"])
print(
    json.dumps(
        {
            "texts": {name: [one.reference.text for one in all] for name, all in splits.items()},
            "labels": {name: labels_of(nlp, name) for name in lists},
            "read": sorted(read_labels(folder / "labels/spancat.json", require=True)),
            "losses": sorted(losses),
            "scored": sorted(key for key in scores if key in ("ents_f", "spans_sc_f", "cats_score")),
        }
    )
)
