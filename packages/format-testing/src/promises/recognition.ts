import { type Confidence, headOf, memorySource } from '@labelport/format'
import { breakIf, describeThrown, type FormatPromise } from '../promise.ts'
import { strangers } from '../strangers.ts'

/**
 * Promise 3, and its other side: what is nobody's is not claimed. A format without a mark of its own may
 * think its files possible and no more, so that it gives way to every format that recognises something.
 */
export const recognition: FormatPromise = {
  name: 'recognises its fixtures as likely or better, and strangers as less',
  async check({ format, fixtures, options }) {
    const { reader } = format
    if (reader === undefined) return
    const expected: readonly Confidence[] = options.unmarked ? ['possible'] : ['likely', 'certain']
    const cases: string[] = []
    for (const { path, bytes, damaged } of fixtures) {
      // Of a file without content nothing can be recognised.
      if (damaged || bytes.length === 0) continue
      const confidence = reader.sniff(await headOf(memorySource(path, bytes)))
      if (!expected.includes(confidence)) {
        cases.push(`${path}: sniff says ${confidence}; expected ${expected.join(' or ')}.`)
      }
    }
    for (const [name, content] of Object.entries(strangers)) {
      try {
        const confidence = reader.sniff(await headOf(memorySource(name, content)))
        if (confidence === 'likely' || confidence === 'certain') {
          cases.push(`sniff says ${confidence} of ${name}, which belongs to nobody.`)
        }
      } catch (thrown) {
        cases.push(describeThrown(`sniff of ${name}`, thrown))
      }
    }
    breakIf(cases)
  },
}
