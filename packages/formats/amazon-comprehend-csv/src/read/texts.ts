import { baseName, extensionOf, FormatError, pathEnds, textOfSource } from '@labelport/format'
import type { Scope } from './scope.ts'

/** The rows of a text file: its lines. A carriage return at the end of a line is part of it. */
export function rowsOf(text: string): string[] {
  const rows = text.split('\n')
  if (rows.at(-1) === '') rows.pop()
  return rows
}

/** A text and the path of the file that holds it. */
export interface FoundText {
  readonly path: string
  readonly text: string
}

/**
 * Finds the text a CSV speaks about among the files around it. Undefined when there is none; a file that is
 * no text is reported.
 */
export async function textOf(file: string, scope: Scope): Promise<FoundText | undefined> {
  const { path, context } = scope
  for (const candidate of candidates(file, scope)) {
    const source = context.sibling?.(candidate)
    if (source === undefined || source.path === path) continue
    try {
      const text = await textOfSource(source, 'amazon-comprehend-csv', context.signal)
      return { path: source.path, text }
    } catch (thrown) {
      if (!FormatError.is(thrown)) throw thrown
      const message = `"${source.path}" stands where the text of "${file}" was expected, but it is no text: ${thrown.diagnostic.message}`
      context.report({ ...thrown.diagnostic, message })
    }
  }
  return undefined
}

/** Where the text of a file may lie, relative to the CSV: in the folder the CSV names, or right beside. */
function candidates(file: string, { path, options }: Scope): readonly string[] {
  const { text } = options
  if (text !== '' && !text.endsWith('/')) return [text]
  return pathEnds(file).flatMap((end) => {
    const stem = end.slice(0, end.length - extensionOf(end).length)
    const names = [...new Set([end, `${end}.txt`, `${stem}.txt`])]
    return names.filter((one) => one !== baseName(path)).map((one) => `${text}${one}`)
  })
}
