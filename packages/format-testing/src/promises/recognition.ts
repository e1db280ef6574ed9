import { headOf, memorySource } from '@labelport/format'
import { breakIf, describeThrown, type FormatPromise } from '../promise.ts'
import { strangers } from '../strangers.ts'

/** Promise 3, and its other side: what is nobody's is not claimed. */
export const recognition: FormatPromise = {
  name: 'recognises its fixtures as likely or better, and strangers as less',
  async check({ format, fixtures }) {
    const { reader } = format
    if (reader === undefined) return
    const cases: string[] = []
    for (const { path, bytes, damaged } of fixtures) {
      // Of a file without content nothing can be recognised.
      if (damaged || bytes.length === 0) continue
      const confidence = reader.sniff(await headOf(memorySource(path, bytes)))
      if (confidence !== 'likely' && confidence !== 'certain') {
        cases.push(`${path}: sniff says ${confidence}; expected likely or certain.`)
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
