const text = 'VARCHAR'
const count = 'BIGINT'
const number = 'DOUBLE'
const flag = 'BOOLEAN'

const origin = {
  made_by: text,
  person: text,
  verdict: text,
  judged_by: text,
  confidence: number,
  created_at: text,
  updated_at: text,
} as const

const label = { label_set_id: text, label_set: text, label_id: text, label: text } as const

const place = {
  start_char: count,
  end_char: count,
  row_index: count,
  column_index: count,
  cell_start: count,
  end_row_index: count,
  end_column_index: count,
  cell_end: count,
  quote: text,
} as const

const point = struct({ x: number, y: number })

/** The type of every column in the words of DuckDB. Types that are told need not be guessed from a sample. */
export const columnTypes: Readonly<Record<string, string>> = {
  document: text,
  document_id: text,
  part: count,
  project: text,
  project_id: text,
  project_tags: listOf(text),
  project_completed_at: text,
  copy: text,
  copy_person: text,
  tasks: listOf(text),
  media: listOf(
    struct({ type: text, pages: listOf(struct({ index: count, width: number, height: number })) }),
  ),
  columns: listOf(struct({ name: text, role: text })),
  text,
  cells: listOf(
    struct({
      row_index: count,
      column_index: count,
      start_char: count,
      end_char: count,
      text,
      status: text,
      speaker: text,
      tokens: listOf(listOf(count)),
      metadata: listOf(struct({ key: text, value: text, pinned: flag, type: text })),
    }),
  ),
  spans: listOf(struct({ id: text, ...label, ...place, ...origin })),
  relations: listOf(struct({ id: text, ...label, from_id: text, to_id: text, ...origin })),
  answers: listOf(
    struct({
      id: text,
      question_id: text,
      question: text,
      about: text,
      about_row: count,
      about_id: text,
      value_type: text,
      values: listOf(text),
      option_ids: listOf(text),
      number,
      flag,
      json: text,
      ...origin,
    }),
  ),
  boxes: listOf(
    struct({
      id: text,
      ...label,
      shapes: listOf(struct({ page: count, points: listOf(point) })),
      caption: text,
      ...place,
      ...origin,
    }),
  ),
  timestamps: listOf(
    struct({ id: text, ...label, start_ms: number, end_ms: number, ...place, ...origin }),
  ),
  comments: listOf(
    struct({
      id: text,
      text,
      about: text,
      about_id: text,
      reply_to: text,
      reference: text,
      ...place,
      person: text,
      created_at: text,
      resolved: flag,
    }),
  ),
}

/** A script that loads the lines with the types above. */
export const loadScript = `"""Loads the lines of this folder: with_pandas("train.jsonl") or with_duckdb("train.jsonl").

Shards are loaded together by a pattern: with_pandas("train-*.jsonl").
"""

from glob import glob
from pathlib import Path

# The type of every column in the words of DuckDB.
COLUMNS = {
${Object.entries(columnTypes)
  .map(([name, type]) => `    "${name}": '${type}',`)
  .join('\n')}
}


def files_of(path):
    """The files a path or a pattern stands for."""
    return [path] if Path(path).exists() else sorted(glob(str(path)))


def with_pandas(path):
    """A frame with one row per document. Texts stay texts, also those that look like dates or numbers."""
    import pandas

    frames = [
        pandas.read_json(one, lines=True, dtype=False, convert_dates=False, encoding="utf-8")[list(COLUMNS)]
        for one in files_of(path)
    ]
    return frames[0] if len(frames) == 1 else pandas.concat(frames, ignore_index=True)


def with_duckdb(path, connection=None):
    """A relation with one row per document."""
    import duckdb

    return (connection or duckdb).read_json(
        [str(one) for one in files_of(path)], format="newline_delimited", columns=COLUMNS, maximum_object_size=2**31
    )


if __name__ == "__main__":
    import sys

    for path in sys.argv[1:]:
        print(with_duckdb(path))
`

function struct(fields: Readonly<Record<string, string>>): string {
  const list = Object.entries(fields).map(([name, type]) => `"${name}" ${type}`)
  return `STRUCT(${list.join(', ')})`
}

function listOf(type: string): string {
  return `${type}[]`
}
