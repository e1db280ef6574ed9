import { FormatError } from '@labelport/format'
import { attribute, resolved, type XmlSink, xmlScanner } from '../xml/scanner.ts'
import { directoryOf, type Entry, normalName, notAZip } from '../zip/directory.ts'
import { unpack } from '../zip/unpack.ts'
import { unescaped } from './cell-text.ts'
import { type MomentKind, momentKind } from './number-format.ts'

/** A sheet as the workbook lists it. */
export interface Sheet {
  readonly name: string
  readonly visible: boolean
  readonly part: Entry
}

/** A workbook whose small parts have been read. */
export interface Workbook {
  readonly path: string
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, Entry>
  readonly sheets: readonly Sheet[]
  readonly since1904: boolean
  readonly strings: readonly string[]
  readonly styles: Styles
}

/** How the numbers of styled cells are shown. */
export interface Styles {
  /** By the number of the style. */
  readonly moments: readonly (MomentKind | undefined)[]
  /** The codes of formats that workbooks define, and the numbers of those that all know. */
  readonly formats: readonly { readonly id: number; readonly code: string | undefined }[]
}

/** Opens a workbook: lists its sheets and reads its texts and styles. */
export async function openWorkbook(
  bytes: Uint8Array,
  path: string,
  signal?: AbortSignal,
): Promise<Workbook> {
  const entries = directoryOf(bytes, path)
  const parts = { bytes, path, ...(signal && { signal }) }
  const main = mainPart(entries, await relations(entries.get('_rels/.rels'), '', parts))
  if (main === undefined) throw notAZip(path, 'It holds no workbook.')
  const folder = normalName(main.name).replace(/[^/]*$/, '')
  const name = normalName(main.name).slice(folder.length)
  const related = await relations(entries.get(`${folder}_rels/${name}.rels`), folder, parts)
  const { since1904, listed } = await sheetList(main, parts)
  const partOf = (type: string, usual: string): Entry | undefined =>
    entries.get([...related.values()].find((one) => one.type === type)?.target ?? folder + usual)
  const sheets = listed.flatMap(({ relation, name: sheet, visible }): Sheet[] => {
    const target = related.get(relation)
    const part = target?.type === 'worksheet' ? entries.get(target.target) : undefined
    return part === undefined ? [] : [{ name: sheet, visible, part }]
  })
  return {
    path,
    bytes,
    entries,
    sheets,
    since1904,
    strings: await sharedStrings(partOf('sharedStrings', 'sharedstrings.xml'), parts),
    styles: await stylesOf(partOf('styles', 'styles.xml'), parts),
  }
}

interface Parts {
  readonly bytes: Uint8Array
  readonly path: string
  readonly signal?: AbortSignal
}

interface Relation {
  /** The last word of its type. */
  readonly type: string
  readonly target: string
}

/** Scans a part from beginning to end. A part that is not there is empty. */
export async function scanPart(
  entry: Entry | undefined,
  { bytes, path, signal }: Parts,
  sink: Pick<XmlSink, 'open' | 'close' | 'text'>,
  afterPiece?: () => void,
): Promise<void> {
  if (entry === undefined) return
  for await (const _ of scanPieces(entry, { bytes, path, ...(signal && { signal }) }, sink)) {
    afterPiece?.()
  }
}

/** Like `scanPart`, stopping after every piece. */
export async function* scanPieces(
  entry: Entry,
  { bytes, path, signal }: Parts,
  sink: Pick<XmlSink, 'open' | 'close' | 'text'>,
): AsyncGenerator<void> {
  const scanner = xmlScanner({ ...sink, refuse: (what, found) => refuse(path, entry, what, found) })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch (cause) {
      throw notAZip(path, `"${entry.name}" is not UTF-8.`, cause)
    }
  }
  for await (const piece of unpack(bytes, entry, path, signal)) {
    scanner.push(decode(piece))
    yield
  }
  scanner.push(decode())
  scanner.end()
}

const refusals = {
  'document-type':
    'has a document type, which may name other files or grow without end; workbooks have none',
  'unknown-entity': 'names an entity that only a document type could declare',
  'not-xml': 'is no XML: a tag is not closed',
} as const

function refuse(path: string, entry: Entry, what: keyof typeof refusals, found: string): never {
  const message = `The part "${entry.name}" ${refusals[what]}: found ${JSON.stringify(found)}.`
  throw new FormatError({ severity: 'error', code: `xlsx/${what}`, message, place: { path } })
}

const nothing = { open() {}, close() {}, text() {} } as const
const strict = {
  refuse: (_: string, found: string): never => {
    throw new RangeError(found)
  },
}

/** The value of an attribute without entities. */
function plainValue(tag: string, name: string): string | undefined {
  const value = attribute(tag, name)
  try {
    return value === undefined ? undefined : resolved(value, strict)
  } catch {
    return value
  }
}

/** The attributes of a relation's id carry a prefix of the file's own choice. */
function relationId(tag: string): string | undefined {
  const [, id] = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag) ?? []
  return id
}

async function relations(
  entry: Entry | undefined,
  folder: string,
  parts: Parts,
): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>()
  await scanPart(entry, parts, {
    ...nothing,
    open(name, tag) {
      const target = plainValue(tag, 'Target')
      const id = plainValue(tag, 'Id')
      if (name !== 'Relationship' || target === undefined || id === undefined) return
      const type = (plainValue(tag, 'Type') ?? '').replace(/^.*\//s, '')
      found.set(id, { type, target: resolvePath(folder, target) })
    },
  })
  return found
}

function resolvePath(folder: string, target: string): string {
  if (/^[\\/]/.test(target)) return normalName(target)
  const steps: string[] = []
  for (const step of normalName(folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function mainPart(
  entries: ReadonlyMap<string, Entry>,
  related: ReadonlyMap<string, Relation>,
): Entry | undefined {
  const named = [...related.values()].find(({ type }) => type === 'officeDocument')
  return entries.get(named?.target ?? 'xl/workbook.xml') ?? entries.get('xl/workbook.xml')
}

async function sheetList(
  entry: Entry,
  parts: Parts,
): Promise<{
  since1904: boolean
  listed: readonly { relation: string; name: string; visible: boolean }[]
}> {
  let since1904 = false
  const listed: { relation: string; name: string; visible: boolean }[] = []
  await scanPart(entry, parts, {
    ...nothing,
    open(name, tag) {
      if (name === 'workbookPr') since1904 = /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? '')
      if (name !== 'sheet') return
      const visible = (attribute(tag, 'state') ?? 'visible') === 'visible'
      listed.push({ relation: relationId(tag) ?? '', name: plainValue(tag, 'name') ?? '', visible })
    },
  })
  return { since1904, listed }
}

/** The texts cells refer to; of rich text its runs, of a phonetic guide nothing. */
async function sharedStrings(entry: Entry | undefined, parts: Parts): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let within = false
  let guide = false
  await scanPart(entry, parts, {
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

async function stylesOf(entry: Entry | undefined, parts: Parts): Promise<Styles> {
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
