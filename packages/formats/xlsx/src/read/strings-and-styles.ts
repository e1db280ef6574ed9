import { attribute } from '../xml/scanner.ts'
import type { Entry } from '../zip/directory.ts'
import { unescaped } from './cell-text.ts'
import { type MomentKind, momentKind } from './number-format.ts'
import { nothing, type Parts, plainValue, scanPart } from './parts.ts'

/** How the numbers of styled cells are shown. */
export interface Styles {
  /** By the number of the style. */
  readonly moments: readonly (MomentKind | undefined)[]
  /** The codes of formats that workbooks define, and the numbers of those that all know. */
  readonly formats: readonly { readonly id: number; readonly code: string | undefined }[]
}

/** A text without runs and entities, as most are. */
const plainString = /<si><t(?: xml:space="preserve")?>([^<&\r]*)<\/t><\/si>/y

/** The texts cells refer to; of rich text its runs, of a phonetic guide nothing. */
export async function sharedStrings(
  entry: Entry | undefined,
  parts: Parts,
): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let within = false
  let guide = false
  await scanPart(entry, parts, {
    take(xml, at) {
      let end = at
      for (plainString.lastIndex = at; ; end = plainString.lastIndex) {
        const [, plain] = plainString.exec(xml) ?? []
        if (plain === undefined) return end
        strings.push(unescaped(plain))
      }
    },
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') within = !guide
      else if (name === 'rPh') guide = true
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 't') within = false
      else if (name === 'rPh') guide = false
    },
    text(piece) {
      if (within) text += piece
    },
  })
  return strings
}

/** The formats of numbers, by the number of the style. */
export async function stylesOf(entry: Entry | undefined, parts: Parts): Promise<Styles> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let listed = false
  await scanPart(entry, parts, {
    ...nothing,
    open(name, tag) {
      const id = Number(attribute(tag, 'numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, plainValue(tag, 'formatCode') ?? '')
      else if (name === 'cellXfs') listed = true
      else if (name === 'xf' && listed) ids.push(id)
    },
    close(name) {
      if (name === 'cellXfs') listed = false
    },
  })
  return {
    moments: ids.map((id) => momentKind(id, codes.get(id))),
    formats: ids.map((id) => ({ id, code: codes.get(id) })),
  }
}
