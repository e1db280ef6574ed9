import type { Entry } from '../zip/directory.ts'
import { unpack } from '../zip/unpack.ts'
import { exceljsSeesDate } from './number-format.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** Up to here holding a workbook whole costs little. */
const mostBytes = 1 << 20

/**
 * What exceljs reads otherwise than it is meant, or not at all: rows and cells without references, prefixes,
 * CDATA, document types, escaped characters, values that are empty, dates as text, digits beyond a number.
 */
const oddities =
  /<(?:row|c)(?![^>]*\sr=")[\s>/]|<\w+:(?:worksheet|row|c|v|sst|si|t)[\s>/]|<!|_x[\dA-Fa-f]{4}_|<v\s*\/>|<v><\/v>|<t\s*\/>|\st="d"|<v>-?\d{16,}<|&(?:#|amp;)|\r|\s\w+='/

/** Whether exceljs reads this workbook as it is meant: a small one, without dates and oddities. */
export async function isOrdinary(
  workbook: Workbook,
  { part, name }: Sheet,
  signal?: AbortSignal,
): Promise<boolean> {
  const entries = [...workbook.entries.values()]
  if (entries.reduce((sum, { size }) => sum + size, 0) > mostBytes) return false
  if (workbook.sheets.filter((one) => one.name === name).length !== 1) return false
  const { moments, formats } = workbook.styles
  if (moments.some((kind) => kind !== undefined)) return false
  if (formats.some(({ code = '' }) => exceljsSeesDate(code))) return false
  // Exceljs finds sheets only where, and as, Excel names them.
  if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(part.name)) return false
  let named = false
  const texts = entries.filter((one) => one === part || /\.(xml|rels)$/i.test(one.name))
  for (const entry of texts) {
    const text = await textOf(workbook, entry, signal)
    if (text === undefined || oddities.test(text)) return false
    named ||= text.includes(`"${part.name.slice('xl/'.length)}"`)
  }
  return named
}

async function textOf(
  { bytes, path }: Workbook,
  entry: Entry,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for await (const piece of unpack(bytes, entry, path, signal)) {
      text += decoder.decode(piece, { stream: true })
    }
    return text + decoder.decode()
  } catch {
    // A part nobody needs may be damaged; exceljs would fail on it.
    signal?.throwIfAborted()
    return undefined
  }
}
