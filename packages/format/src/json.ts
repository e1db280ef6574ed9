import { FormatError, type Place } from './diagnostic.ts'
import { firstMisfit } from './misfit.ts'

/**
 * Parses JSON. Throws FormatError `<format>/not-json` with line and column of the first character that
 * does not fit.
 */
export function parseJson(text: string, path: string, format: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const at = firstMisfit(text)
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

/** One step of a JSON Pointer: `~` and `/` are escaped. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
