import type { Diagnostic, Report } from '@labelport/format'
import type { RangeNews, Reader } from './reader.ts'

/** News of ranges that several readers read at once, brought into the order of the export. */
export interface InOrder {
  tell(range: number, reader: Reader, news: RangeNews): void
  done(range: number): void
}

/** Where the news go. */
interface Listener {
  readonly found: (news: RangeNews, reader: Reader) => void
  readonly report: Report
}

/**
 * Holds back what is found in later ranges until those before it are done. What is said of the whole export, such as of
 * its schema, is said by every range and told once.
 */
export function openInOrder({ found, report }: Listener): InOrder {
  const held = new Map<number, { readonly reader: Reader; readonly news: RangeNews }[]>()
  const ended = new Set<number>()
  let current = 0
  const told = new Set<string>()
  let here = new Set<string>()
  const tellOnce = (diagnostic: Diagnostic): void => {
    const text = JSON.stringify(diagnostic)
    if (!told.has(text)) report(diagnostic)
    here.add(text)
  }
  const pass = (news: RangeNews, reader: Reader): void => {
    found(news, reader)
    news.diagnostics.forEach(tellOnce)
  }
  const next = (): void => {
    ended.delete(current)
    current += 1
    for (const text of here) told.add(text)
    here = new Set()
    for (const { news, reader } of held.get(current) ?? []) pass(news, reader)
    held.delete(current)
  }
  return {
    tell(range, reader, news) {
      if (range === current) return pass(news, reader)
      const some = held.get(range) ?? []
      some.push({ reader, news })
      held.set(range, some)
    },
    done(range) {
      ended.add(range)
      while (ended.has(current)) next()
    },
  }
}
