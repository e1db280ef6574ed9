import { FormatError, type Place } from './diagnostic.ts'

/**
 * Parses JSON. Throws FormatError `<format>/not-json` with line and column of the first character that
 * does not fit.
 */
export function parseJson(text: string, path: string, format: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const at = errorPosition(text, cause)
    const found =
      at < text.length ? `found ${JSON.stringify(text.slice(at, at + 20))}` : 'the file ends'
    const message = `The file is not JSON: ${found} where JSON should go on.`
    const place = placeAt(text, at, path)
    throw new FormatError(
      { severity: 'error', code: `${format}/not-json`, message, place },
      { cause },
    )
  }
}

/** The line and column, both from 1, of an offset in a text. */
export function placeAt(text: string, offset: number, path: string): Place {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { path, line, column: offset - start + 1 }
}

/** Engines word the error differently; without a position the end of the text is the best guess. */
function errorPosition(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Math.min(Number(position), text.length)
  const place = /line (\d+) column (\d+)/.exec(message)
  if (place === null) return text.length
  let start = 0
  for (let line = 1; line < Number(place[1]); line += 1) start = text.indexOf('\n', start) + 1
  return Math.min(start + Number(place[2]) - 1, text.length)
}

/** One step of a JSON Pointer: `~` and `/` are escaped. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
