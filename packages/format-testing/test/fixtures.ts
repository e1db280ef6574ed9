import type { Fixtures } from '../src/index.ts'

/** The toy's fixtures, as an author would give them. */
export const fixtures: Fixtures = import.meta.glob<string>('../fixtures/**/*.toy', {
  eager: true,
  query: '?raw',
  import: 'default',
})
