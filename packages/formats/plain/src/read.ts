import { baseName, type ReadContext, type Source, textChunksOf } from '@labelport/format'
import { type Cell, emptySchema, type LabeledDocument } from '@labelport/model'

/** How many rows a segment holds. */
const segmentRows = 20_000

/** Reads a line as a row. Empty lines are rows too: offsets of other files count them. */
export async function* read(
  source: Source,
  { signal, documentName, schema }: ReadContext,
): AsyncGenerator<LabeledDocument> {
  const name = documentName ?? baseName(source.path)
  let cells: Cell[] = []
  let index = 0
  let row = 0
  const segment = (last: boolean, ended: boolean): LabeledDocument => ({
    id: source.path,
    name,
    ...(index === 0 && last ? {} : { segment: { index, last } }),
    tasks: ['token'],
    cells,
    media: [],
    annotations: [],
    comments: [],
    schema: schema ?? emptySchema,
    ...(last && !ended ? { extra: { plain: { finalLineFeed: false } } } : {}),
  })
  let carry = ''
  for await (const chunk of textChunksOf(source, 'plain', signal)) {
    let from = 0
    for (let to = chunk.indexOf('\n'); to !== -1; to = chunk.indexOf('\n', from)) {
      if (cells.length === segmentRows) {
        yield segment(false, true)
        cells = []
        index += 1
      }
      cells.push({ row, column: 0, text: carry + chunk.slice(from, to) })
      carry = ''
      from = to + 1
      row += 1
    }
    carry += chunk.slice(from)
  }
  const ended = carry === ''
  if (!ended) cells.push({ row, column: 0, text: carry })
  yield segment(true, ended)
}
