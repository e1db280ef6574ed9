import { formats, type LaterTarget, laterTargets } from '@labelport/catalog'
import { type Format, FormatError, parseOptions } from '@labelport/format'
import type { TargetChoice } from '../conversion-view.ts'
import type { CatalogView, ReadingOptions, WritableFormat } from '../protocol.ts'

/** What the page needs to know of the catalog; everything of it that is a function stays here. */
export function catalogView(): CatalogView {
  return {
    readable: formats
      .filter(({ reader }) => reader !== undefined)
      .map(({ id, title, options = [] }) => ({ id, title, options })),
    writable: [
      ...laterTargets.map((target) => writableFormat(target, 'target')),
      ...formats
        .filter(({ writer }) => writer !== undefined)
        .map((format) => writableFormat(format, 'format')),
    ],
  }
}

function writableFormat(
  { id, title, tasks, options = [], unverified = [] }: Format | LaterTarget,
  kind: WritableFormat['kind'],
): WritableFormat {
  return { id, title, kind, tasks, options, unverified }
}

/** A format that was chosen, with its options. */
export interface Chosen {
  readonly format: Format
  readonly training: boolean
  /** Whether all options have their default values. */
  readonly defaults: boolean
}

/** Finds the format and gives it its options. Throws FormatError for names and values it does not know. */
export async function chosenFormat({ format: id, options }: TargetChoice): Promise<Chosen> {
  const target = laterTargets.find((one) => one.id === id)
  const format = (await target?.load()) ?? formats.find((one) => one.id === id)
  if (format === undefined) {
    const message = `The catalog has no format "${id}".`
    throw new FormatError({ severity: 'error', code: 'engine/unknown-format', message })
  }
  const values = parseOptions(id, format.options ?? [], options)
  const defaults = Object.keys(options).length === 0
  return { format: format.configure?.(values) ?? format, training: target !== undefined, defaults }
}

/** The formats of the catalog with options for reading. Throws FormatError for values they do not know. */
export function formatsFor(options: ReadingOptions): readonly Format[] {
  return formats.map((format) => {
    const texts = Object.hasOwn(options, format.id) ? options[format.id] : undefined
    if (texts === undefined || format.configure === undefined) return format
    return format.configure(parseOptions(format.id, format.options ?? [], texts))
  })
}

/**
 * The formats whose `extra` is of no use where these are written: each reads its own alone. The native one keeps that
 * of all.
 */
export function extrasBut(written: readonly string[]): ReadonlySet<string> {
  if (written.includes('native')) return new Set()
  return new Set(formats.map(({ id }) => id).filter((id) => !written.includes(id)))
}
