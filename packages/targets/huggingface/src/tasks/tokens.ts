import type { SchemaNames } from '@labelport/format'
import { classIds } from '../class-ids.ts'
import type { Options } from '../options.ts'
import type { Projection } from '../projection.ts'
import { dropOthers, type Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { type Field, int32, listOf, type Row, text } from '../value-type.ts'
import { type CellTags, tagCells } from './tags.ts'
import { rowOwner, TokenRow } from './token-row.ts'

/** One row for each cell: its tokens and a tag for each token. */
export function tokensTask(
  options: Pick<Options, 'overlap'>,
  schemas: SchemaNames,
  locked: readonly string[] = [],
  before: readonly string[] = [],
): Projection {
  const tags = classIds(['O', ...before])
  const counts = new Map<string, number>()
  const fields: readonly Field[] = [
    { name: 'id', type: text },
    { name: 'document', type: text },
    { name: 'row', type: int32 },
    { name: 'tokens', type: listOf(text) },
    { name: 'tags', type: listOf({ type: 'class-label', ids: tags }) },
  ]
  const beginTag = (label: string): number => {
    const begin = tags.idOf(`B-${label}`)
    tags.idOf(`I-${label}`)
    return begin
  }
  const meet = (name: string): void => {
    const label = writtenOut(name)
    beginTag(label)
    if (!counts.has(label)) counts.set(label, 0)
  }
  for (const name of locked) meet(name)
  const rows = (sifted: Sifted): Iterable<Row> => {
    const labels = schemas.of(sifted.document.schema, 'text', meet)
    const placed = tagCells(sifted, options.overlap, ({ labelSet, label }) => {
      const name = writtenOut(labels.nameOf(labelSet, label))
      counts.set(name, (counts.get(name) ?? 0) + 1)
      return beginTag(name)
    })
    dropOthers(sifted, ['relation', 'answer', 'box', 'timestamp'])
    return cellRows(sifted, placed)
  }
  return {
    task: 'tokens',
    wholeDocuments: false,
    fields: () => fields,
    rows,
    counts: () => counts,
  }
}

function* cellRows({ document, fates, leftOut }: Sifted, placed: CellTags): Generator<Row> {
  const owner = rowOwner(writtenOut(document.id), writtenOut(document.name))
  let kept = 0
  for (let index = 0; index < document.cells.length; index += 1) {
    const cell = document.cells[index]
    if (cell === undefined || (leftOut.size > 0 && leftOut.has(index))) continue
    if (cell.tokens === undefined) {
      fates.drop('cell', 'not-tokenized', index)
      continue
    }
    const row = new TokenRow(owner, cell, cell.tokens, placed.get(index))
    if (row.joined) kept += 1
    else fates.change('cell', 'whitespace', index)
    yield row
  }
  fates.keep('cell', kept)
}
