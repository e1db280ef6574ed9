import { linesOf, type PlaceInFile, type Source, textOfSource } from '@labelport/format'

/** What stands at a place of a file; undefined when there is nothing, or no place. */
export async function placeText(
  file: Source,
  { line, pointer }: PlaceInFile,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const text = line === undefined ? undefined : await lineText(file, line, signal)
    if (pointer === undefined) return text
    const json: unknown = JSON.parse(text ?? (await textOfSource(file, 'trace', signal)))
    return JSON.stringify(valueAt(json, pointer))
  } catch {
    signal.throwIfAborted()
    // A file that changed need not have the place any more.
    return undefined
  }
}

async function lineText(
  file: Source,
  wanted: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  for await (const { text, number } of linesOf(file, 'trace', signal)) {
    if (number === wanted) return text.replace(/\r$/, '')
  }
  return undefined
}

function valueAt(json: unknown, pointer: string): unknown {
  let value = json
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}
