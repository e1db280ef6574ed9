import { reviewSchema as schema, testFormat } from '@labelport/format-testing'
import { tsv } from '../src/index.ts'

testFormat(
  tsv,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
  { context: (path) => (path.startsWith('several-answers') ? { schema } : {}) },
)
