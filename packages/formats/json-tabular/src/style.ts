import type { LabeledDocument } from '@labelport/model'
import { afterSpace, scanObject, stringEnd } from './scan.ts'

/** The white space of a file. Kept in `extra` where it differs from what is written by default. */
export interface Style {
  /** Before an object; before its first key; behind a colon; before further keys; before its end. */
  readonly row: string
  readonly open: string
  readonly colon: string
  readonly member: string
  readonly close: string
  /** Before the end of the list, and behind it. */
  readonly last: string
  readonly after: string
}

/** No white space but one line feed at the end, as in other JSON exports of Datasaur. */
export const compact: Style = {
  row: '',
  open: '',
  colon: '',
  member: '',
  close: '',
  last: '',
  after: '\n',
}

const parts = Object.keys(compact) as readonly (keyof Style)[]

/** What differs from the compact style. */
export function differenceOf(style: Style): Partial<Style> {
  return Object.fromEntries(
    parts.filter((part) => style[part] !== compact[part]).map((part) => [part, style[part]]),
  )
}

/** The style a document was read with; compact where it says nothing sensible. */
export function styleOf(document: LabeledDocument): Style {
  const found: unknown = keptOf(document).style
  if (typeof found !== 'object' || found === null) return compact
  const given = Object.entries(found).filter(
    ([part, text]) => parts.some((one) => one === part) && /^[ \t\r\n]*$/.test(String(text)),
  )
  return { ...compact, ...Object.fromEntries(given) }
}

/** What the format kept of a document. */
export function keptOf({ extra }: LabeledDocument): {
  readonly style?: unknown
  readonly kinds?: unknown
  readonly repeated?: unknown
} {
  const found = extra?.['json-tabular']
  return typeof found === 'object' && found !== null ? found : {}
}

/** The white space around and in an object as it stands; its other members look like the second. */
export function rowStyleOf(
  raw: string,
): Pick<Style, 'row' | 'open' | 'colon' | 'member' | 'close'> {
  const brace = afterSpace(raw, 0)
  const scan = scanObject(raw, brace)
  const [key = brace + 1, second = key] = scan.type === 'row' ? scan.members.offsets : []
  const behindKey = raw.slice(stringEnd(raw, key) + 1)
  const [, colon = ''] = /^[ \t\r\n]*:([ \t\r\n]*)/.exec(behindKey) ?? []
  return {
    row: raw.slice(0, brace),
    open: raw.slice(brace + 1, key),
    colon,
    member: spaceBefore(raw, second),
    close: spaceBefore(raw, raw.length - 1),
  }
}

function spaceBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && ' \t\r\n'.includes(text.charAt(start - 1))) start -= 1
  return text.slice(start, end)
}
