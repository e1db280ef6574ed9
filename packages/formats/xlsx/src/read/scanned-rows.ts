import { attribute } from '../xml/scanner.ts'
import { flagText, momentText, numberText, unescaped } from './cell-text.ts'
import { scanPieces } from './parts.ts'
import { columnOfName, type SheetFindings, type SheetRow } from './row.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** A cell as most programs write it: named, with a value that has no entities. */
const plainCell =
  /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="([a-z]+)")?>(?:<v>([^<&\r]*)<\/v>)<\/c>/y

/** Wider rows than a sheet can have are no rows. */
const mostColumns = 16_384

/** The rows of a sheet as its XML is unpacked: in little memory, and whatever dialect it is written in. */
export async function* scannedRows(
  workbook: Workbook,
  sheet: Sheet,
  findings: SheetFindings,
  signal?: AbortSignal,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  let number = 0
  let fields: (string | undefined)[] = []
  let holds = false
  let column = 0
  let type = ''
  let style = ''
  let written: string | undefined
  let formula = false
  // Where text goes: the value of a cell, or the text of an inline string.
  let target: 'none' | 'value' = 'none'
  let guide = false

  const finishCell = (): void => {
    const text = cellText()
    if (text === undefined || column > mostColumns) return
    fields[column - 1] = text
    holds = true
  }
  const cellText = (): string | undefined => {
    if (written === undefined) {
      if (formula) findings.trouble('formula-without-result', number, column, '')
      return formula || type === 'inlineStr' || type === 'str' ? '' : undefined
    }
    switch (type) {
      case 's': {
        const text = workbook.strings[Number(written)]
        if (text === undefined) findings.trouble('no-such-string', number, column, written)
        return text ?? ''
      }
      case 'str':
      case 'inlineStr':
        return unescaped(written)
      case 'b':
        return flagText(written.trim() === '1' || written.trim().toLowerCase() === 'true')
      case 'e':
        findings.trouble('error-value', number, column, written)
        return written
      case 'd':
        return written
      default: {
        const kind = style === '' ? undefined : workbook.styles.moments[Number(style)]
        if (kind === undefined) return numberText(written)
        return momentText(written, kind, workbook.since1904)
      }
    }
  }

  const pieces = scanPieces(
    sheet.part,
    { bytes: workbook.bytes, path: workbook.path, ...(signal && { signal }) },
    {
      take(xml, at) {
        let end = at
        for (plainCell.lastIndex = at; ; end = plainCell.lastIndex) {
          const found = plainCell.exec(xml)
          if (found === null) return end
          const [, letters = '', numbered = '', typed = '', value] = found
          column = columnOfName(letters)
          style = numbered
          type = typed
          written = value
          formula = false
          finishCell()
        }
      },
      open(name, tag) {
        if (name === 'c') {
          const reference = attribute(tag, 'r')
          const named = reference === undefined ? 0 : columnOfName(reference)
          column = named === 0 ? column + 1 : named
          type = attribute(tag, 't') ?? ''
          style = attribute(tag, 's') ?? ''
          written = undefined
          formula = false
        } else if (name === 'v' || name === 't') {
          if (guide) return
          target = 'value'
          written ??= ''
        } else if (name === 'row') {
          const reference = Number(attribute(tag, 'r'))
          number = Number.isInteger(reference) && reference > 0 ? reference : number + 1
          fields = []
          holds = false
          column = 0
        } else if (name === 'f') formula = true
        else if (name === 'rPh') guide = true
        else if (name === 'mergeCell') findings.merged(attribute(tag, 'ref') ?? '')
      },
      close(name) {
        if (name === 'v' || name === 't') target = 'none'
        else if (name === 'c') finishCell()
        else if (name === 'row') {
          if (holds) rows.push({ number, fields })
        } else if (name === 'rPh') guide = false
      },
      text(text) {
        if (target === 'value') written = (written ?? '') + text
      },
    },
  )
  for await (const _ of pieces) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}
