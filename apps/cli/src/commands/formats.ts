import type { LaterTarget } from '@labelport/catalog'
import type { OptionSpec } from '@labelport/format'
import { featureNames } from '@labelport/model'
import { defineCommand } from '../command.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { factsOf, type Library, openLibrary, pluginFlag } from '../library.ts'
import { table } from '../table.ts'
import { wrap } from '../wrap.ts'

/** `labelport formats`: what can be read and written. */
export const formatsCommand = defineCommand({
  name: 'formats',
  about: 'Lists the formats and the targets, or tells everything about one of them.',
  operands: { usage: '[id]', help: 'a format or target to tell about', min: 0, max: 1 },
  flags: pluginFlag,
  examples: [
    'labelport formats',
    'labelport formats huggingface',
    'labelport formats acme --plugin ./acme.js',
  ],
  async run({ operands: [id], flags }, session) {
    const { formats, targets } = told(await openLibrary(session, flags.plugin))
    if (id === undefined) {
      const list = { formats: formats.map(briefly), targets: targets.map(briefly) }
      session.result(list, () => listText({ formats, targets }, session.width))
      return exitCodes.done
    }
    const format = [...formats, ...targets].find((one) => one.id === id)
    if (format === undefined) {
      const known = [...formats, ...targets].map((one) => one.id).join(', ')
      throw new UsageError(`There is no format "${id}". There are: ${known}.`)
    }
    session.result(inFull(format), () => formatText(format, session.width))
    return exitCodes.done
  },
})

/** What there is to tell of a format or target. */
interface Told extends Omit<LaterTarget, 'load'> {
  readonly reads: boolean
  readonly writes: boolean
}

/** Targets are told without their code: all of them are written, and none is read. */
function told({ formats, targets }: Library) {
  return {
    formats: formats.map((format): Told => {
      const { reader, writer } = format
      return { ...factsOf(format), reads: reader !== undefined, writes: writer !== undefined }
    }),
    targets: targets.map((target): Told => ({ ...factsOf(target), reads: false, writes: true })),
  }
}

function briefly({ id, title, extensions, tasks, reads, writes }: Told) {
  return { id, title, extensions, tasks, reads, writes }
}

function inFull(format: Told) {
  const { carries, options = [], unverified = [] } = format
  return { ...briefly(format), carries, options, unverified }
}

function listText({ formats, targets }: ReturnType<typeof told>, width: number): string {
  const row = (format: Told, kind: string): string[] => [
    format.id,
    kind,
    format.reads ? 'yes' : '',
    format.writes ? 'yes' : '',
    format.title,
    format.tasks.join(' '),
  ]
  const columns = ['id', 'kind', 'reads', 'writes', 'title', 'tasks'].map((title) => ({ title }))
  const rows = [
    ...formats.map((format) => row(format, 'format')),
    ...targets.map((format) => row(format, 'target')),
  ]
  return `${table(columns, rows, width)}\nlabelport formats <id> tells more.\n`
}

function formatText(format: Told, width: number): string {
  const { id, title, extensions, tasks, reads, writes, carries } = format
  const does = [reads && 'read', writes && 'written'].filter(Boolean).join(' and ')
  const list = (ability: 'full' | 'partial' | undefined): string =>
    featureNames.filter((feature) => carries[feature] === ability).join(', ') || 'nothing'
  const line = (name: string, text: string): string => `${name.padEnd(10)}${wrap(text, width, 10)}`
  const lines = [
    `${title} (${id}) can be ${does}.`,
    '',
    line('endings', extensions.join(' ')),
    line('tasks', tasks.join(' ')),
    line('keeps', list('full')),
    line('changes', list('partial')),
    line('drops', list(undefined)),
    ...(format.unverified ?? []).map((sentence) => line('unverified', sentence)),
  ]
  const options = format.options ?? []
  const end = options.length === 0 ? 'It has no options.\n' : optionTable(options, width)
  return `${lines.join('\n')}\n\n${end}`
}

function optionTable(options: readonly OptionSpec[], width: number): string {
  const lines = options.flatMap((option) => {
    const fallback = Array.isArray(option.default) ? option.default.join(',') : option.default
    return [
      `  --option ${option.name}=${valuesOf(option)}`,
      `      ${wrap(`${option.help} Default: ${fallback === '' ? 'empty' : fallback}.`, width, 6)}`,
    ]
  })
  return `Options:\n${lines.join('\n')}\n`
}

function valuesOf(option: OptionSpec): string {
  switch (option.type) {
    case 'choice':
      return option.choices.join('|')
    case 'flag':
      return 'true|false'
    case 'number':
      return '<number>'
    case 'text':
      return '<text>'
    case 'list':
      return '<a,b,…>'
    default:
      return option satisfies never
  }
}
