import { convert } from '@labelport/dataset'
import type { ConversionChoice, ConversionView } from '../conversion-view.ts'
import { filesOf } from './files.ts'
import { writeFolder } from './folder.ts'
import { type Material, openDiagnostics, orderOf } from './order.ts'
import { zipOf } from './zip.ts'

/** Converts, and packs the files into a zip, or writes them below a folder the person chose. */
export async function perform(
  choice: ConversionChoice,
  folder: FileSystemDirectoryHandle | undefined,
  material: Material,
): Promise<ConversionView> {
  const { signal } = material
  const order = await orderOf(choice, material)
  const { report, all } = openDiagnostics()
  const files = new Map<string, Blob>()
  const targets: ConversionView['targets'][number][] = []
  const alone = order.chosen.length === 1
  for (const one of order.chosen) {
    const { format, training, defaults } = one
    const prepared = order.prepared(training, report)
    const splits = order.rules.splits(report)
    const conversion = convert(prepared.documents, format, {
      report,
      signal,
      defaults,
      notes: splits === undefined ? prepared.notes : [...prepared.notes, splits.note],
      ...(splits && { splits }),
    })
    for (const [path, blob] of await filesOf(conversion.parts, signal)) {
      files.set(alone ? path : `${format.id}/${path}`, blob)
    }
    targets.push({ format: format.id, ledger: conversion.ledger() })
  }
  const name = alone ? (targets[0]?.format ?? 'converted') : 'converted'
  const sizes = [...files].map(([path, { size }]) => ({ path, bytes: size }))
  const view = {
    choice,
    files: sizes.sort((a, b) => (a.path < b.path ? -1 : 1)),
    targets,
    diagnostics: all(),
  }
  if (folder === undefined) {
    const zip = await zipOf(files, signal)
    return { ...view, outcome: { type: 'zip', name: `${name}.zip`, zip } }
  }
  await writeFolder(folder, name, files, signal)
  return { ...view, outcome: { type: 'folder', name: `${folder.name}/${name}` } }
}
