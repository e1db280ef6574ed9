import { reviewSchema as schema, testFormat } from '@labelport/format-testing'
import { csv } from '../src/index.ts'

testFormat(
  csv,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
  { context: (path) => (path.startsWith('several-answers') ? { schema } : {}) },
)
