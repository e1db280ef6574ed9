import { baseName, FormatError, textOfSource } from '@labelport/format'
import type { Scope } from './scope.ts'

/** The text at an address, when a file of that name lies beside; undefined when it does not or is no text. */
export async function textAt(uri: string, { context }: Scope): Promise<string | undefined> {
  const name = baseName(uri)
  // A name in a file must not lead out of the folder.
  if (name === '' || name === '.' || name === '..' || name.includes('\\')) return undefined
  const source = context.sibling?.(name)
  if (source === undefined) return undefined
  try {
    return await textOfSource(source, 'gcp-vertex-ai-csv', context.signal)
  } catch (thrown) {
    if (!FormatError.is(thrown)) throw thrown
    context.report(thrown.diagnostic)
    return undefined
  }
}
