import type { Report } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Copies of one document: the same text, and no two from the same cabinet. At least one. */
export type Copies = readonly [LabeledDocument, ...LabeledDocument[]]

/**
 * Brings the copies of a document together. Labelers' copies are held until the next project begins; the
 * review copy joins them when they came before it, as they do in an export. Everything else goes on at once.
 */
export async function* joinCopies(
  documents: AsyncIterable<LabeledDocument>,
  report: Report,
): AsyncGenerator<Copies> {
  let held = new Map<string, [LabeledDocument, ...LabeledDocument[]][]>()
  let project: string | undefined
  for await (const document of documents) {
    const next = document.project?.id ?? document.project?.name ?? ''
    if (project !== next) {
      for (const groups of held.values()) yield* groups
      held = new Map()
    }
    project = next
    const key = JSON.stringify([document.name, document.part ?? 0])
    const groups = held.get(key) ?? []
    const group = groups.find(([first, ...rest]) => {
      const apart = [first, ...rest].every((copy) => cabinetKey(copy) !== cabinetKey(document))
      return apart && sameText(first, document)
    })
    const role = document.cabinet?.role
    if (group !== undefined && role !== undefined) {
      // A text is held once, however many people labeled it.
      group.push({ ...document, cells: group[0].cells })
      continue
    }
    if (groups.some(([first]) => cabinetKey(first) !== cabinetKey(document))) {
      const message = `A copy of ${JSON.stringify(document.name)} has another text than the others and became a task of its own.`
      report({ severity: 'info', code: 'label-studio/copy-apart', message })
    }
    if (role === 'labeler') held.set(key, [...groups, [document]])
    else yield [document]
  }
  for (const groups of held.values()) yield* groups
}

/** Tells whose copy it is; the folder does also where the person is not known. */
export function cabinetKey({ cabinet }: LabeledDocument): string {
  const user = cabinet?.user
  const who = cabinet?.folder ?? user?.id ?? user?.email ?? user?.name ?? ''
  return `${cabinet?.role ?? ''} ${who}`
}

function sameText(one: LabeledDocument, other: LabeledDocument): boolean {
  if (one.cells === other.cells) return true
  if (one.cells.length !== other.cells.length) return false
  return one.cells.every((cell, index) => {
    const same = other.cells[index]
    return (
      same !== undefined &&
      cell.text === same.text &&
      cell.status === same.status &&
      cell.row === same.row &&
      cell.column === same.column
    )
  })
}
