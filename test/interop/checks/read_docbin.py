"""Prints what spaCy finds in .spacy files, one after the other, and what training and `debug data` say."""

import json
import sys
from pathlib import Path

import spacy
from spacy.symbols import IDS
from spacy.tokens import DocBin
from spacy.training import Corpus


def label_of(span):
    return [span.start_char, span.end_char, span.text, span.label_]


def text_of(doc, end):
    return doc[end["start"] : end["end"]].text


def doc_of(doc):
    return {
        "text": doc.text,
        "words": [token.text for token in doc],
        "ents": [label_of(span) for span in doc.ents],
        "annotated": doc.has_annotation("ENT_IOB"),
        "spans": {key: [label_of(span) for span in group] for key, group in doc.spans.items()},
        "cats": doc.cats,
        "data": doc.user_data,
        "arrows": [
            [text_of(doc, arrow["from"]), arrow["label"], text_of(doc, arrow["to"])]
            for arrow in doc.user_data.get("relations", ())
        ],
    }


def reading_of(path):
    docs = list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))
    # Written by spaCy itself and read again, nothing may be lost.
    again = DocBin(docs=docs, store_user_data=True).to_bytes()
    twice = list(DocBin().from_bytes(again).get_docs(spacy.blank("xx").vocab))
    found = [doc_of(doc) for doc in docs]
    return {"docs": found, "again": [doc_of(doc) for doc in twice] == found}


def training_of(path):
    """A few steps with every component the file has labels for."""
    nlp = spacy.blank("xx")
    examples = list(Corpus(path)(nlp))
    nlp.add_pipe("ner")
    nlp.add_pipe("spancat")
    if any(example.reference.cats for example in examples):
        nlp.add_pipe("textcat_multilabel")
    nlp.initialize(lambda: examples)
    losses = {}
    for _ in range(2):
        nlp.update(examples, losses=losses)
    return {
        "examples": len(examples),
        # On the tokens that spaCy's own tokenizer makes of the text.
        "entities": sum(
            tag[0] in "BU" for example in examples for tag in example.get_aligned_ner() if tag
        ),
        "losses": sorted(losses),
    }


if sys.argv[1] == "symbols":
    print(json.dumps(IDS))
elif sys.argv[1] == "train":
    print(json.dumps(training_of(Path(sys.argv[2]))))
else:
    print(json.dumps([reading_of(Path(path)) for path in sys.argv[2:]]))
