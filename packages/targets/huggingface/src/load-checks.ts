import type { TrainingTask } from './options.ts'

const identified = `
def check(row, features):
    """Every row can be named."""
    assert row["id"], row
`

const boxes = `
def check(row, features):
    """A box is four numbers, and a polygon has whole points."""
    for item in row["objects"]:
        assert len(item["bbox"]) in (0, 4) and len(item["polygon"]) % 2 == 0, row["id"]
`

/** What can be said of any row of a task, as a Python function. Python counts code points, as offsets do. */
export const checks = {
  tokens: `
def check(row, features):
    """Every token has one tag."""
    names = features["tags"].feature.names
    assert len(row["tokens"]) == len(row["tags"]), row["id"]
    assert all(0 <= tag < len(names) for tag in row["tags"]), row["id"]
`,
  spans: `
def check(row, features):
    """Offsets give the labeled text."""
    for span in row["spans"]:
        assert row["text"][span["start"] : span["end"]] == span["text"], (row["id"], span)
`,
  relations: `
def check(row, features):
    """Offsets give the labeled text, and arrows begin and end at entities."""
    for entity in row["entities"]:
        assert row["text"][entity["start"] : entity["end"]] == entity["text"], (row["id"], entity)
    for arrow in row["relations"]:
        ends = (arrow["head"], arrow["tail"])
        assert all(0 <= end < len(row["entities"]) for end in ends), (row["id"], arrow)
`,
  rows: identified,
  documents: identified,
  conversations: `
def check(row, features):
    """Offsets give the labeled text of their turn."""
    for turn in row["turns"]:
        for span in turn["spans"]:
            assert turn["text"][span["start"] : span["end"]] == span["text"], (row["id"], span)
`,
  'audio-segments': `
def check(row, features):
    """Segments do not end before they begin, and offsets give the labeled words."""
    assert row["start_ms"] <= row["end_ms"], row["id"]
    for span in row["spans"]:
        assert row["text"][span["start"] : span["end"]] == span["text"], (row["id"], span)
`,
  boxes,
  'image-folder': boxes,
} as const satisfies Record<TrainingTask, string>
