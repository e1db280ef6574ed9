import { isObject, type JsonObject, pointerStep } from '@labelport/format'
import type { Config, ConnectionSettings, FlagSettings } from './config.ts'
import { type Faults, openFaults } from './faults.ts'

/** Whether a configuration is one of Robosaur, the platform's own batch tool. */
export function isRobosaur(value: JsonObject): boolean {
  return 'datasaur' in value
}

/** What is known of `export`; anything else is told and not heeded. */
const known = [
  ...['source', 'prefix', 'bucketName', 'teamId', 'statusFilter', 'executionMode'],
  ...['projectFilter', 'format', 'fileTransformerId', 'customScriptId'],
]

/**
 * Reads what `export-projects` of Robosaur needs, as flags of `sync` and of what lists projects. Throws UsageError
 * for what is wrong, and for storages other than the disk.
 */
export function readRobosaur(value: JsonObject, path: string): Config {
  const faults = openFaults(path)
  const section = objectAt(value.export, '/export', faults)
  const text = (name: string): string | undefined =>
    textAt(section[name] ?? undefined, `/export${pointerStep(name)}`, faults)
  const mode = text('executionMode') ?? 'stateful'
  if (mode !== 'stateful' && mode !== 'stateless') {
    faults.add('/export/executionMode', mode, '"stateful" or "stateless"')
  }
  checkSource(section.source, '/export/source', faults)
  const filter = filterOf(section, faults)
  const content = {
    ...given('format', text('format')),
    // Older files call it so.
    ...given('file-transformer', text('fileTransformerId') ?? text('customScriptId')),
  }
  const state = mode === 'stateful' ? statePath(value.projectState, faults) : undefined
  const connection = connectionOf(value.datasaur, faults)
  const sync = {
    ...given('out', text('prefix') === '' ? '.' : text('prefix')),
    ...filter,
    ...content,
    ...given('robosaur-state', state),
  }
  faults.check()
  const { team } = filter
  const notes = Object.keys(section)
    .filter((name) => !known.includes(name))
    .map(
      (name) => `${faults.place(`/export${pointerStep(name)}`)} is not known here and not heeded.`,
    )
  return {
    path,
    connection,
    flags: {
      sync,
      projects: filter,
      tags: team === undefined ? {} : { team },
      export: content,
    },
    notes,
  }
}

function connectionOf(value: unknown, faults: Faults): ConnectionSettings {
  const datasaur = objectAt(value, '/datasaur', faults)
  const setting = (name: string): { readonly value: string } | undefined => {
    const text = textAt(datasaur[name], `/datasaur/${name}`, faults)
    return text === undefined ? undefined : { value: text }
  }
  return {
    ...given('baseUrl', setting('host')),
    ...given('clientId', setting('clientId')),
    ...given('clientSecret', setting('clientSecret')),
  }
}

function filterOf(section: JsonObject, faults: Faults): FlagSettings {
  const filter = objectAt(section.projectFilter ?? {}, '/export/projectFilter', faults)
  const at = '/export/projectFilter'
  const date = objectAt(filter.date ?? {}, `${at}/date`, faults)
  const kind = textAt(filter.kind ?? undefined, `${at}/kind`, faults)
  const day = (name: string): string | undefined =>
    dayAt(date[name] ?? undefined, `${at}/date/${name}`, faults)
  return {
    ...given('team', textAt(section.teamId, '/export/teamId', faults)),
    ...given('status', textsAt(section.statusFilter, '/export/statusFilter', faults)),
    ...given('kind', kind === undefined ? undefined : [kind]),
    ...given('tag', textsAt(filter.tags, `${at}/tags`, faults)),
    ...given('created-from', day('oldestDate')),
    ...given('created-to', day('newestDate')),
  }
}

/** The file of `projectState`; undefined when there is none. */
function statePath(value: unknown, faults: Faults): string | undefined {
  if (value === undefined || value === null) return undefined
  const state = objectAt(value, '/projectState', faults)
  checkSource(state.source, '/projectState/source', faults)
  return textAt(state.path, '/projectState/path', faults)
}

function checkSource(source: unknown, pointer: string, faults: Faults): void {
  if (source === undefined || source === 'local') return
  const expected =
    '"local": labelport keeps files on this disk only. To have the server put exports into a storage of the team, use labelport export --method EXTERNAL_OBJECT_STORAGE'
  faults.add(pointer, source, expected)
}

function objectAt(value: unknown, pointer: string, faults: Faults): JsonObject {
  if (isObject(value)) return value
  faults.add(pointer, value, 'an object')
  return {}
}

function textAt(value: unknown, pointer: string, faults: Faults): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  faults.add(pointer, value, 'a text')
  return undefined
}

function textsAt(value: unknown, pointer: string, faults: Faults): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  faults.add(pointer, value, 'a list of texts')
  return undefined
}

function dayAt(value: unknown, pointer: string, faults: Faults): string | undefined {
  if (value === undefined) return undefined
  const day = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined
  if (day === undefined) faults.add(pointer, value, 'a day as yyyy-mm-dd')
  return day
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in Name]: Value })
}
