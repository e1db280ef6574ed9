import { openFates, type SchemaNames, type WriteContext, wellFormed } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type Controls, openControls } from './controls.ts'
import type { Copies } from './copies.ts'
import { type Kind, kindOf } from './kind.ts'
import type { Options } from './options.ts'
import { type PageNaming, pagesOf } from './pages.ts'
import { reasons } from './reasons.ts'
import { type List, openResults, type Result } from './results.ts'
import { dialogue, plainText } from './shown-text.ts'
import { addStatements } from './statements.ts'
import { rowData, type Unit, unitsOf } from './units.ts'

/** What tasks are made with. */
export interface TaskScope {
  readonly context: Pick<WriteContext, 'account' | 'report'>
  readonly options: Options
  readonly schemas: SchemaNames
  readonly naming: PageNaming
  readonly controlsOf: (kind: Kind) => Controls
  /** A number for each labeler. */
  readonly numberOf: (copy: LabeledDocument) => number
}

/** A task without its id. */
export interface Task {
  readonly data: Readonly<Record<string, unknown>>
  readonly annotations: readonly Result[]
  readonly predictions: readonly Result[]
}

/** The controls of all kinds, made when a kind is first met. */
export function openKinds(): {
  readonly of: (kind: Kind) => Controls
  readonly all: ReadonlyMap<Kind, Controls>
} {
  const all = new Map<Kind, Controls>()
  return {
    all,
    of(kind) {
      const controls = all.get(kind) ?? openControls(kind)
      all.set(kind, controls)
      return controls
    },
  }
}

/** The kind of the tasks that copies of a document become: what one of them has, all have room for. */
export function kindOfCopies(copies: Copies): Kind {
  const [first] = copies
  return kindOf({ ...first, annotations: copies.flatMap(({ annotations }) => annotations) })
}

/** Makes the tasks of a document, one for each row of a table. Copies become annotations of one task. */
export function* tasksOf(copies: Copies, kind: Kind, scope: TaskScope): Generator<Task> {
  const { context, options, schemas, naming, controlsOf } = scope
  const [first] = copies
  const controls = controlsOf(kind)
  const parts = copies.map((document) => {
    const fates = openFates('label-studio', reasons, context.account, document)
    controls.declare(document.schema, (appliesTo) => schemas.of(document.schema, appliesTo))
    return { document, fates, units: unitsOf(document, kind, fates, options.unresolved) }
  })
  const pages = kind === 'image' ? pagesOf(first, naming) : undefined
  const media = mediaData(first, kind, pages?.addresses ?? [], options)
  const isShown = first.cells.some(({ status }) => status === undefined)
  if (isShown && (kind === 'image' || kind === 'audio')) controls.use('text')
  for (const [index, unit] of (parts[0]?.units ?? []).entries()) {
    const text = kind === 'conversation' ? dialogue(unit.cells) : plainText(unit.cells)
    const annotations: Result[] = []
    const predictions = new Map<string, Result>()
    for (const { document, fates, units } of parts) {
      const results = openResults()
      const own: Unit = units[index] ?? unit
      addStatements(own, {
        ...{ document, kind, text, pages, schemas, controls, fates, results },
        outside: options.outside,
      })
      for (const [list, result] of results.lists) {
        if (list === 'people') continue
        // Every copy has what was there before people came; it is predicted once.
        predictions.set(JSON.stringify(result), predictionOf(list, result))
      }
      const people = results.lists.get('people') ?? []
      if (people.length > 0 || document.cabinet !== undefined) {
        annotations.push(annotationOf(document, people, scope))
      }
    }
    const row = kind === 'table' ? { row: rowData(first, unit.cells) } : {}
    const named = {
      document: first.name,
      ...(unit.row !== undefined && { row_number: unit.row + 1 }),
    }
    const data = { ...named, ...media, ...row, ...text.data }
    yield { data, annotations, predictions: [...predictions.values()] }
  }
  for (const { fates } of parts) fates.close()
}

function mediaData(
  { media, name }: LabeledDocument,
  kind: Kind,
  pages: readonly string[],
  { mediaRoot }: Options,
): Readonly<Record<string, unknown>> {
  if (kind === 'image') return { pages }
  if (kind !== 'audio') return {}
  const url = media.find(({ type }) => type === 'audio')?.url
  return { audio: mediaRoot === '' ? (url ?? name) : mediaRoot + name }
}

/** The review copy is the ground truth; labelers are told apart by numbers, never by names. */
function annotationOf(
  document: LabeledDocument,
  result: readonly Result[],
  { options, numberOf }: TaskScope,
): Result {
  const role = document.cabinet?.role
  const isNumbered = role === 'labeler' && options.completedBy === 'number'
  return {
    result,
    ground_truth: role === 'review',
    was_cancelled: false,
    ...(isNumbered && { completed_by: numberOf(document) }),
  }
}

function predictionOf(list: List, result: readonly Result[]): Result {
  const scores = result.flatMap(({ score }) => (typeof score === 'number' ? [score] : []))
  const score = scores.reduce((sum, one) => sum + one, 0) / scores.length
  return { model_version: list, ...(scores.length > 0 && { score }), result }
}

/** A task as JSON. No string holds half a character, which Python cannot write. */
export function taskJson(id: number, task: Task): string {
  return JSON.stringify({ id, ...task }, (_, value: unknown) =>
    typeof value === 'string' ? wellFormed(value) : value,
  )
}
