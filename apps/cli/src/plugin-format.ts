import { featureNames } from '@labelport/model'

const parts = ['carries', 'reader', 'writer']

/** Whether a value a module exports is meant as a format. */
export function looksLikeFormat(value: unknown): value is object {
  return isObject(value) && 'id' in value && parts.some((part) => part in value)
}

/** What keeps a value from being a format, each with what was expected; empty when it is one. */
export function faultsOf(value: object): readonly string[] {
  const format: Readonly<Record<string, unknown>> = { ...value }
  const { id, title, extensions, tasks, carries, options, configure, unverified, reader, writer } =
    format
  const faults = [
    isId(id) || 'id must be lower case letters, digits and hyphens',
    typeof title === 'string' || 'title must be a text',
    (isTexts(extensions) && extensions.every((one) => one.startsWith('.'))) ||
      'extensions must be a list of texts that begin with a dot',
    isTexts(tasks) || 'tasks must be a list of texts',
    ...faultsOfCarries(carries),
    options === undefined || Array.isArray(options) || 'options must be a list',
    configure === undefined || isFunction(configure) || 'configure must be a function',
    unverified === undefined || isTexts(unverified) || 'unverified must be a list of texts',
    reader !== undefined || writer !== undefined || 'a reader or a writer is needed',
    ...(reader === undefined ? [] : faultsOfReader(reader)),
    ...(writer === undefined ? [] : faultsOfWriter(writer)),
  ]
  return faults.filter((fault) => typeof fault === 'string')
}

function faultsOfReader(reader: unknown): readonly (true | string)[] {
  if (!isObject(reader)) return ['reader must be an object']
  const { yields, names, sniff, read }: Readonly<Record<string, unknown>> = { ...reader }
  return [
    yields === 'one' || yields === 'many' || 'reader.yields must be one or many',
    ['inside', 'appended', 'same'].some((one) => one === names) ||
      'reader.names must be inside, appended or same',
    isFunction(sniff) || 'reader.sniff must be a function',
    isFunction(read) || 'reader.read must be a function',
  ]
}

function faultsOfWriter(writer: unknown): readonly (true | string)[] {
  if (!isObject(writer)) return ['writer must be an object with the function write']
  const { write, shards }: Readonly<Record<string, unknown>> = { ...writer }
  const both = ['write', 'finish'] as const
  return [
    isFunction(write) || 'writer must be an object with the function write',
    shards === undefined ||
      (isObject(shards) && both.every((name) => isFunction(Reflect.get(shards, name)))) ||
      'writer.shards must be an object with the functions write and finish',
  ]
}

function faultsOfCarries(carries: unknown): readonly (true | string)[] {
  if (!isObject(carries)) return ['carries must be an object']
  return Object.entries(carries).map(
    ([feature, ability]) =>
      (featureNames.some((one) => one === feature) &&
        (ability === 'full' || ability === 'partial')) ||
      `carries.${feature} must be a feature of the model, full or partial`,
  )
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
