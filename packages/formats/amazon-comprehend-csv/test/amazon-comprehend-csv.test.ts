import { testFormat } from '@labelport/format-testing'
import { amazonComprehendCsv } from '../src/index.ts'

const companions: Record<string, string> = import.meta.glob('../companions/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

testFormat(
  amazonComprehendCsv,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
  {
    companions,
    // A file without records names no text; the export around it does.
    context: (path) => (path === 'nothing-found.csv' ? { documentName: 'nothing-found.txt' } : {}),
  },
)
