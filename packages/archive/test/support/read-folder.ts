import type { Diagnostic, Format } from '@labelport/format'
import { type ReadExportOptions, readExport } from '../../src/index.ts'
import { all, folder, opened } from './collect.ts'
import { lineFormat } from './line-format.ts'

const begins = (word: string, sure: 'certain' | 'likely') => (text: string) =>
  text.startsWith(word) ? sure : text.startsWith('?') ? 'possible' : 'no'
/** A format that is sure of its files. */
export const red = lineFormat('red', { names: 'appended', sniff: begins('red', 'certain') })
/** A format that is less sure of its own. */
export const blue = lineFormat('blue', { names: 'appended', sniff: begins('blue', 'likely') })

/** Reads a folder of files with the two formats. */
export async function readFolder(
  files: Readonly<Record<string, string>>,
  options: Partial<ReadExportOptions> & { readonly formats?: readonly Format[] } = {},
) {
  const { set } = await opened(folder('x', files))
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const documents = await all(readExport(set, { formats: [red, blue], report, ...options }))
  return { documents, diagnostics }
}
