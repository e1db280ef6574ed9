import { testFormat } from '@labelport/format-testing'
import { gcpVertexAiCsv } from '../src/index.ts'

const companions: Record<string, string> = import.meta.glob('../companions/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

testFormat(
  gcpVertexAiCsv,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
  { companions },
)
