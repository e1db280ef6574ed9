"""Prints the entities that seqeval (strict) and spaCy's converter find in files: path and scheme in turn."""

import json
import sys
import tempfile
from pathlib import Path

import spacy
from seqeval.scheme import BILOU, IOB2, IOBES, Entities
from spacy.cli.convert import convert
from spacy.tokens import DocBin

schemes = {"iob2": IOB2, "bioes": IOBES, "biluo": BILOU}


def blocks_of(path):
    """The rows of a file, as the README of the target reads them."""
    with open(path, encoding="utf-8", newline="\n") as file:
        for block in file.read().split("\n\n"):
            lines = [line.split() for line in block.split("\n") if line]
            if lines and lines[0][0] != "-DOCSTART-":
                yield [(line[0], line[-1]) for line in lines]


def with_seqeval(path, scheme):
    rows = list(blocks_of(path))
    tags = [[tag for _, tag in row] for row in rows]
    found = Entities(tags, schemes[scheme])
    return [
        [row, " ".join(token for token, _ in rows[row][entity.start : entity.end]), entity.tag]
        for row, entities in enumerate(found.entities)
        for entity in entities
    ]


def with_spacy(path, scheme):
    """Runs the command `spacy convert`."""
    if scheme == "bioes":
        return None  # The converter takes E- for the beginning of an entity of its own.
    with tempfile.TemporaryDirectory() as folder:
        convert(path, folder, converter="ner", n_sents=0, file_type="spacy", silent=True)
        saved = DocBin().from_disk(Path(folder) / f"{Path(path).stem}.spacy")
    docs = list(saved.get_docs(spacy.blank("xx").vocab))
    sentences = [sentence for doc in docs for sentence in doc.sents]
    entities = [
        [row, " ".join(token.text for token in entity), entity.label_]
        for row, sentence in enumerate(sentences)
        for entity in sentence.ents
    ]
    return {"rows": len(sentences), "documents": len(docs), "entities": entities}


arguments = sys.argv[1:]
pairs = list(zip(arguments[::2], arguments[1::2]))
print(json.dumps([{"seqeval": with_seqeval(*one), "spacy": with_spacy(*one)} for one in pairs]))
