import type { ExportFile } from '@labelport/archive'
import { copyKey, type Step, withOrder } from '@labelport/dataset'
import type { Sequence } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ConversionSource } from './conversion-source.ts'

/** Gives documents of a file their places in the order in which all are read in one go. */
export type PutInOrder = (document: LabeledDocument, fileNumber: number) => LabeledDocument

/** More than there are files. */
const most = 2 ** 32

/**
 * Opens the order. A file's number is its place among all that are read. Where copies are merged, those of one project
 * leave together when all of them were read, each where the first of its copies was met.
 */
export function openReadingOrder(
  { steps, input }: Pick<ConversionSource, 'steps' | 'input'>,
  files: Sequence<ExportFile>,
): PutInOrder {
  if (!mergesCopies(steps)) return withOrder
  const projects = new Map(input.found.projects.map((project, at) => [project, at]))
  const firsts = new Map<string, number>()
  return (document, fileNumber) => {
    const project = files.at(fileNumber)?.project
    const begin = 2 * most * ((project && projects.get(project)) ?? 0)
    if (document.cabinet?.role !== 'labeler') return withOrder(document, begin + fileNumber)
    const key = copyKey(document)
    const place = firsts.get(key) ?? begin + most + fileNumber
    firsts.set(key, place)
    return withOrder(document, place)
  }
}

/** Whether documents are held until all copies are there. */
export function mergesCopies(steps: readonly Step[]): boolean {
  return steps.some(({ sees }) => sees === 'copies')
}
