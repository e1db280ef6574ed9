import { wholeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { copyKey } from '../compare/copy-key.ts'
import { keepAll } from '../prepare/keep-all.ts'
import type { Step } from '../prepare/prepare.ts'
import { comparable, sameText } from './comparable.ts'
import { mergeCopies } from './merge-copies.ts'
import { describeRule, type MergeRule } from './merge-rule.ts'

/**
 * Makes one document of the labelers' copies of each file. Copies of one project are held until the next project
 * begins: their statements, and the text once. Documents that are no labeler's copy go on as they are.
 */
export function merge(rule: MergeRule): Step {
  return {
    id: 'merge',
    sees: 'copies',
    notes: [
      `The copies of the labelers were merged: a label or answer stands when ${describeRule(rule)}. Rejected and undecided ones had no vote. A question has one answer, the one given most often; of equally many the one of the labeler whose folder sorts first.`,
    ],
    async *apply(documents, account, { report }) {
      let held = new Map<string, LabeledDocument[]>()
      let project: string | undefined
      const finished = new Set<string>()
      const release = function* (): Generator<LabeledDocument> {
        for (const copies of held.values()) {
          const [first, ...rest] = comparable(copies.sort(byCabinet), account, report)
          if (first !== undefined) yield mergeCopies([first, ...rest], rule, account)
        }
        if (project !== undefined) finished.add(project)
        held = new Map()
      }
      let told = false
      for await (const document of wholeDocuments(documents)) {
        if (document.cabinet?.role !== 'labeler') {
          if (!told) {
            const message = `${JSON.stringify(document.name)} is no labeler’s copy, so it is not merged; choose the copies of labelers.`
            report({ severity: 'warning', code: 'engine/merge-no-labeler', message })
          }
          told = true
          keepAll(account, document)
          yield document
          continue
        }
        const next = document.project?.id ?? document.project?.name ?? ''
        if (project !== undefined && next !== project) yield* release()
        if (next !== project && finished.has(next)) {
          const message = `More copies of project ${JSON.stringify(next)} came after its other copies were merged, so they are merged among themselves. Give the inputs of a project one after the other.`
          report({ severity: 'warning', code: 'engine/merge-late', message })
        }
        project = next
        const copies = held.get(copyKey(document)) ?? []
        copies.push(sharing(document, copies[0]))
        held.set(copyKey(document), copies)
      }
      yield* release()
    },
  }
}

/** The document with the cells of another copy when they say the same, so that a text is held once. */
function sharing(document: LabeledDocument, other: LabeledDocument | undefined): LabeledDocument {
  if (other === undefined || !sameText(other, document)) return document
  return { ...document, cells: other.cells }
}

function byCabinet(one: LabeledDocument, other: LabeledDocument): number {
  const [a, b] = [cabinetKey(one), cabinetKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

function cabinetKey({ cabinet }: LabeledDocument): string {
  const user = cabinet?.user
  return cabinet?.folder ?? user?.id ?? user?.email ?? user?.name ?? ''
}
