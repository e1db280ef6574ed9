import type { StatementLine } from '@labelport/dataset'
import type { Session } from '../session.ts'
import type { EntryFound } from './find-entry.ts'
import type { Traced } from './read-provenance.ts'
import type { Quote } from './said-there.ts'

/** A line of the provenance and, where an export was given, what became of it there. */
export type Trace = Traced & {
  /** Absent when no export was given. */
  readonly entry?: EntryFound['type']
  readonly quote?: Quote
  /** What stands at the place. */
  readonly there?: string
}

/** A trace for people, a fact on each line. */
export function traceText(trace: Trace, session: Session): string {
  const { document, entry } = trace
  const statement = trace.type === 'statement' ? trace.statement : undefined
  const { project, copy, labeler } = document
  const owner = [copy, labeler].filter(Boolean).join(' of ')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ...(statement === undefined ? [] : factsOf(statement)),
    ['document', document.name === document.id ? document.id : `${document.name} (${document.id})`],
    ['project', project?.name ?? project?.id],
    ['copy', owner === '' ? undefined : owner],
    ['file', placeOf(trace)],
    ['sha-256', document.sha256],
    ['now', entry && entries[entry]],
    [
      'text',
      trace.quote && `${shortened(trace.quote.text)}${trace.quote.same ? '' : ' (changed)'}`,
    ],
    ['there', trace.there && shortened(trace.there)],
  ]
  return facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => `${name.padEnd(9)} ${session.safe(value)}\n`)
    .join('')
}

const entries = {
  same: 'the file is there and has not changed',
  changed: 'the file is there and has changed',
  missing: 'the file is not in the export',
} as const satisfies Record<EntryFound['type'], string>

function factsOf(statement: StatementLine): readonly (readonly [string, string | undefined])[] {
  const { type, id, label, question, by, labeler, decision, judge, createdAt } = statement
  const said = [label ?? question, `(${type} ${id})`].filter(Boolean).join(' ')
  const decided = decision && (judge === undefined ? decision : `${decision} by ${judge}`)
  const role = by === undefined || by === 'unknown' ? undefined : by
  return [
    ['label', said],
    ['by', labeler ?? role],
    ['role', labeler === undefined ? undefined : role],
    ['decision', decided],
    ['time', createdAt],
  ]
}

function placeOf(trace: Trace): string {
  const { entry, index } = trace.document
  const { line, column, pointer } = trace.type === 'statement' ? trace.statement : {}
  const place = [line, column].filter((one) => one !== undefined).map((one) => `:${one}`)
  const number = index === 0 ? '' : ` (document ${index + 1} of the file)`
  return `${entry}${place.join('')}${pointer === undefined ? '' : `#${pointer}`}${number}`
}

function shortened(text: string): string {
  const points = Array.from(text)
  return points.length > 300 ? `${points.slice(0, 300).join('')}…` : text
}
