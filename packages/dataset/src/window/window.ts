import { keepAll } from '../prepare/keep-all.ts'
import type { Step } from '../prepare/prepare.ts'
import { type Cutter, openCutter } from './cutter.ts'
import type { WindowRule } from './window-rule.ts'

/**
 * Cuts long documents into windows that are documents of their own; short ones pass as they are. Their ids say where
 * they come from, `<id>@<first row>:<offset>-<last row>:<offset>`, and so does `extra.window`. A label goes into
 * every window that holds all of it. Words, and rows of tables, are never cut. Of a file in segments only what the
 * next window needs is held; answers about all of it go into the windows that end after they came.
 */
export function windows(rule: WindowRule): Step {
  return {
    id: 'window',
    notes: [describe(rule)],
    sees: 'document',
    async *apply(documents, account) {
      let open: { readonly id: string; readonly cutter: Cutter } | undefined
      for await (const document of documents) {
        const { id, segment } = document
        if (
          open !== undefined &&
          (open.id !== id || segment === undefined || segment.index === 0)
        ) {
          yield* open.cutter.close()
          open = undefined
        }
        const cutter: Cutter = open?.cutter ?? openCutter(document, rule, account)
        if (segment !== undefined) {
          yield* cutter.push(document)
          open = segment.last ? undefined : { id, cutter }
          if (segment.last) yield* cutter.close()
          continue
        }
        let cut = false
        for (const window of cutter.push(document)) {
          cut = true
          yield window
        }
        if (cut) yield* cutter.close()
        else {
          keepAll(account, document)
          yield document
        }
      }
      if (open !== undefined) yield* open.cutter.close()
    },
  }
}

function describe({ unit, size, stride }: WindowRule): string {
  const overlap = stride < size ? `, one every ${stride}, so that they overlap` : ''
  return `Long documents were cut into windows of at most ${size} ${unit}${overlap}.`
}
