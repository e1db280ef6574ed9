import { FormatError, type Place } from './diagnostic.ts'
import { parseExactly } from './exact-json.ts'
import { firstMisfit } from './misfit.ts'

/** So many code units of what does not fit are shown. */
export const foundLength = 20

/**
 * Parses JSON; integers too big for a number keep their digits, see `parseExactly`. Throws FormatError `<format>/not-json` with line and column of the first character that
 * does not fit.
 */
export function parseJson(text: string, path: string, format: string): unknown {
  try {
    return parseExactly(text)
  } catch (cause) {
    const at = firstMisfit(text)
    throw notJson(format, text.slice(at, at + foundLength), placeAt(text, at, path), cause)
  }
}

/** `found`: what stands at the place; empty when the file ends there. */
export function notJson(format: string, found: string, place: Place, cause?: unknown): FormatError {
  const what = found === '' ? 'the file ends' : `found ${JSON.stringify(found)}`
  const message = `The file is not JSON: ${what} where JSON should go on.`
  return new FormatError(
    { severity: 'error', code: `${format}/not-json`, message, place },
    { cause },
  )
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

/** One step of a JSON Pointer: `~` and `/` are escaped. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
