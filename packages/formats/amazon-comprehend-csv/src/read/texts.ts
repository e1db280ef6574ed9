import { baseName, extensionOf, FormatError, textOfSource } from '@labelport/format'
import type { Scope } from './scope.ts'

/** The rows of a text file: its lines. A carriage return at the end of a line is part of it. */
export function rowsOf(text: string): string[] {
  const rows = text.split('\n')
  if (rows.at(-1) === '') rows.pop()
  return rows
}

/**
 * Finds the text a CSV speaks about among the files around it. Undefined when there is none; a file that is
 * no text is reported.
 */
export async function textOf(file: string, scope: Scope): Promise<string | undefined> {
  const { path, context } = scope
  for (const candidate of candidates(file, scope)) {
    const source = context.sibling?.(candidate)
    if (source === undefined || source.path === path) continue
    try {
      return await textOfSource(source, 'amazon-comprehend-csv', context.signal)
    } catch (thrown) {
      if (!FormatError.is(thrown)) throw thrown
      const message = `"${source.path}" stands where the text of "${file}" was expected, but it is no text: ${thrown.diagnostic.message}`
      context.report({ ...thrown.diagnostic, message })
    }
  }
  return undefined
}

/** Where the text of a file may lie, relative to the CSV. */
function candidates(file: string, { path, options }: Scope): readonly string[] {
  const { text } = options
  if (text !== '' && !text.endsWith('/')) return [text]
  // A name in a file must not lead out of the folder.
  const name = baseName(file.replaceAll('\\', '/'))
  if (name === '' || name === '..' || name === '.') return []
  const stem = name.slice(0, name.length - extensionOf(name).length)
  const names = [name, `${name}.txt`, `${stem}.txt`].filter((one) => one !== baseName(path))
  return names.map((one) => `${text}${one}`)
}
