import type { Diagnostic } from '@labelport/format'
import { type LabeledDocument, tokenTexts } from '@labelport/model'

/** A document as plain JSON a person can check: tokens show their offsets and their text. */
export function readable(document: LabeledDocument): unknown {
  return {
    ...document,
    cells: document.cells.map((cell) => {
      const { tokens, ...rest } = cell
      if (tokens === undefined) return rest
      const texts = tokenTexts(cell.text, tokens).map(
        (text, index) => `${tokens[2 * index]}-${tokens[2 * index + 1]} ${text}`,
      )
      return { ...rest, tokens: texts }
    }),
  }
}

/** A diagnostic in one line without its wording: code, path and where. */
export function readableDiagnostic({ severity, code, place }: Diagnostic): string {
  if (place === undefined) return `${severity} ${code}`
  const { path, line, column, pointer, byte } = place
  const numbers = [path, line, column].filter((step) => step !== undefined).join(':')
  const rest = `${pointer === undefined ? '' : ` #${pointer}`}${byte === undefined ? '' : ` byte ${byte}`}`
  return `${severity} ${code} ${numbers}${rest}`
}

/** JSON with two spaces of indentation, where whatever fits on a line of 100 columns stays on it. */
export function printJson(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value) ?? 'null'
  const inner = `${indent}  `
  if (flat.length + indent.length <= 100 || typeof value !== 'object' || value === null) return flat
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => inner + printJson(item, inner))
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => `${inner}${JSON.stringify(key)}: ${printJson(field, inner)}`)
  return `{\n${fields.join(',\n')}\n${indent}}`
}
