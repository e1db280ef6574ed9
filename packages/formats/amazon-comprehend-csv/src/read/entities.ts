import type { CsvRecord } from '@labelport/format'
import {
  baseName,
  textOfSource,
  unitEvidence,
  unitFinding,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Columns } from '../header.ts'
import { parseTable, type TypesTable, tablePath } from '../types-table.ts'
import { type Entity, entitiesByFile } from './entity-records.ts'
import { type EntityFile, placeEntities } from './place-entities.ts'
import type { Scope } from './scope.ts'
import { sharedTexts } from './shared-texts.ts'
import { rowsOf, textOf } from './texts.ts'
import { typeLabels } from './type-labels.ts'

/** Reads the records below a header of entities: one document for each text they name. */
export async function* readEntities(
  header: CsvRecord,
  records: readonly CsvRecord[],
  columns: Columns,
  scope: Scope,
): AsyncGenerator<LabeledDocument> {
  const { path, context, options } = scope
  const table = await tableOf(scope)
  if (columns.others.length > 0) {
    const names = columns.others.map((name) => `"${name}"`).join(', ')
    const message = `The columns ${names} were left out; a file of entities has none of them.`
    const place = { path, line: header.line }
    context.report({
      severity: 'warning',
      code: 'amazon-comprehend-csv/other-columns',
      message,
      place,
    })
  }
  const entities = entitiesByFile(records, columns, header.fields.length, scope)
  const names = documentNames(entities, table, scope)
  const files: { file: string; name: string; entities: readonly Entity[]; rows?: string[] }[] = []
  const tellShared = sharedTexts(scope)
  for (const [file, name] of names) {
    const found = await textOf(file, scope)
    if (found !== undefined) tellShared(found.path, file)
    const rows = found === undefined ? undefined : rowsOf(found.text)
    files.push({ file, name, entities: entities.get(file) ?? [], ...(rows && { rows }) })
  }
  tellSeen(records.length, files.length, columns, entities, scope)
  const evidence = unitEvidence(files.flatMap(stretchesByRow))
  const unit = options.unit === 'auto' ? evidence.unit : options.unit
  const finding = unitFinding(evidence, options.unit)
  if (finding) {
    context.report({ ...finding, code: 'amazon-comprehend-csv/offset-unit', place: { path } })
  }
  const labels = typeLabels(context.schema, table.types)
  const drafts = files.map(({ name, ...file }) => ({
    ...placeEntities(file, unit, labels, scope),
    id: `${path}#${file.file}`,
    name,
  }))
  for (const type of labels.ambiguous) {
    const message = `Several labels of the schema are written "${type}"; the first one was taken.`
    const place = { path }
    context.report({
      severity: 'warning',
      code: 'amazon-comprehend-csv/ambiguous-type',
      message,
      place,
    })
  }
  // Types that nobody knew are labels of all documents of the file.
  const schema = labels.schema()
  for (const draft of drafts) {
    context.signal?.throwIfAborted()
    yield { ...draft, tasks: ['token'], media: [], comments: [], schema }
  }
}

/** The entities of a file by the row they stand in. */
function stretchesByRow({ rows = [], entities }: EntityFile) {
  const byRow = new Map<number, Entity[]>()
  for (const entity of entities) {
    const stretches = byRow.get(entity.line) ?? []
    byRow.set(entity.line, stretches)
    stretches.push(entity)
  }
  return Array.from(byRow, ([line, stretches]) => ({ text: rows[line] ?? '', stretches }))
}

/** The documents by file: those named beside the CSV, those in it, or the one the export tells. */
function documentNames(
  entities: ReadonlyMap<string, unknown>,
  { documents }: TypesTable,
  { path, context }: Scope,
): Map<string, string> {
  const names = new Map(documents.map(({ file, name }) => [file, name]))
  const told = context.documentName ?? withoutExtension(baseName(path), ['.csv'])
  for (const file of entities.keys()) {
    if (!names.has(file)) names.set(file, file === '' ? told : file)
  }
  if (names.size === 0) names.set(told, told)
  return names
}

async function tableOf({ context }: Scope): Promise<TypesTable> {
  const none = { types: [], documents: [] }
  const source = context.sibling?.(tablePath)
  if (source === undefined) return none
  const table = parseTable(
    await textOfSource(source, 'amazon-comprehend-csv', context.signal).catch(() => ''),
  )
  if (table !== undefined) return table
  const message = `"${source.path}" is no table of types; names and documents are taken from the CSV alone.`
  const place = { path: source.path }
  context.report({ severity: 'warning', code: 'amazon-comprehend-csv/bad-table', message, place })
  return none
}

function tellSeen(
  records: number,
  files: number,
  { status }: Columns,
  entities: ReadonlyMap<string, readonly Entity[]>,
  { path, context }: Scope,
): void {
  const words = new Map<string, number>()
  for (const { status: word = '' } of [...entities.values()].flat()) {
    if (words.size < 20 || words.has(word)) words.set(word, (words.get(word) ?? 0) + 1)
  }
  const held = [...words].map(([word, count]) => `${JSON.stringify(word)} ${count} times`)
  const extra = status === undefined ? '' : ` "Label Status" holds ${held.join(', ') || 'nothing'}.`
  const message = `Read as entities: ${records} records about ${files} texts.${extra} No real export of this kind has been seen; please compare.`
  context.report({ severity: 'info', code: 'amazon-comprehend-csv/seen', message, place: { path } })
}
