import { testFormat } from '@labelport/format-testing'
import { custom } from '../src/index.ts'

testFormat(
  custom,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
)
