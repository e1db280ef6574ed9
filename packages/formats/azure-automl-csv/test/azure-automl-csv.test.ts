import { testFormat } from '@labelport/format-testing'
import { azureAutomlCsv } from '../src/index.ts'

testFormat(
  azureAutomlCsv,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
)
