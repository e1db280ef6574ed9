import type { Diagnostic } from '@labelport/format'
import { type LabeledDocument, tokenTexts } from '@labelport/model'

/** A document as plain JSON a person can check: tokens show their offsets and their text. */
export function readable(document: LabeledDocument): unknown {
  return inOrder({
    ...document,
    cells: document.cells.map((cell) => {
      const { tokens, ...rest } = cell
      if (tokens === undefined) return rest
      const texts = tokenTexts(cell.text, tokens).map(
        (text, index) => `${tokens[2 * index]}-${tokens[2 * index + 1]} ${text}`,
      )
      return { ...rest, tokens: texts }
    }),
  })
}

/** What a person looks for first; all other fields follow in alphabetical order. */
const leading = [
  ...['type', 'id', 'name', 'segment', 'part', 'tasks', 'project', 'cabinet', 'schema'],
  ...['columns', 'media', 'cells', 'annotations', 'comments', 'row', 'column', 'text'],
  ...['labelSet', 'label', 'target', 'cell', 'start', 'endCell', 'end', 'page', 'x', 'y'],
]

/** The order in which a reader happens to set fields must not show. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const rank = (key: string): number => {
    const index = leading.indexOf(key)
    return index === -1 ? leading.length : index
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([key, field]) => [key, inOrder(field)]),
  )
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
