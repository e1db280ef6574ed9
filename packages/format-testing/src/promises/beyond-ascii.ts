import { memorySource } from '@labelport/format'
import { breakIf, type FormatPromise } from '../promise.ts'
import { readable } from '../readable.ts'
import { contextOf, readAll } from '../reading.ts'

/** Promise 2: ASCII hides every error of decoding and most errors of counting. */
export const beyondAscii: FormatPromise = {
  name: 'has a fixture whose documents hold a character outside the basic plane',
  async check(subject) {
    if (subject.format.reader === undefined) return
    if (subject.fixtures.length === 0) breakIf(['There are no fixtures.'])
    for (const fixture of subject.fixtures) {
      const source = memorySource(fixture.path, fixture.bytes)
      const { documents } = await readAll(subject.format, source, contextOf(subject, fixture))
      const text = JSON.stringify(documents.map(readable))
      if (/[\u{10000}-\u{10ffff}]/u.test(text)) return
    }
    breakIf(['No document of any fixture holds a character such as 😀 (U+1F600).'])
  },
}
