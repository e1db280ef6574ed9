import { reviewSchema as schema, testFormat } from '@labelport/format-testing'
import { jsonTabular } from '../src/index.ts'

testFormat(
  jsonTabular,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
  { context: (path) => (path.startsWith('several') ? { schema } : {}) },
)
