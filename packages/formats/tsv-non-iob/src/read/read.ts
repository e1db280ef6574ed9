import { headOf, type ReadContext, type Source } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { layoutOf } from '../detect-layout.ts'
import { readDatasaurTsv } from './read-datasaur-tsv.ts'
import { readPlain } from './read-plain.ts'

const seen = {
  plain: 'Found a token and its labels on each line, without texts; read as the plain layout.',
  'datasaur-tsv-3':
    'Found "#FORMAT=" or "#Text=" lines; read as Datasaur TSV 3, with texts and arrows.',
} as const

const readers = { plain: readPlain, 'datasaur-tsv-3': readDatasaurTsv } as const

/** Reads a file in the layout its beginning shows, and says which one that is. */
export async function* read(source: Source, context: ReadContext): AsyncGenerator<LabeledDocument> {
  const layout = layoutOf((await headOf(source, context.signal)).text)
  context.report({
    severity: 'info',
    code: 'tsv-non-iob/layout',
    message: seen[layout],
    place: { path: source.path },
  })
  yield* readers[layout](source, context)
}
