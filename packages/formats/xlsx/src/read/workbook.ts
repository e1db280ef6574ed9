import { attribute } from '../xml/scanner.ts'
import { directoryOf, type Entry, normalName, notAZip } from '../zip/directory.ts'
import { nothing, type Parts, plainValue, scanPart } from './parts.ts'
import { type Styles, sharedStrings, stylesOf } from './strings-and-styles.ts'

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

interface Relation {
  /** The last word of its type. */
  readonly type: string
  readonly target: string
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

/** The attributes of a relation's id carry a prefix of the file's own choice. */
function relationId(tag: string): string | undefined {
  const [, id] = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag) ?? []
  return id
}
