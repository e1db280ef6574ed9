import type { Format } from '@labelport/format'
import { type Feature, featureNames } from '@labelport/model'
import { markdownTable } from './markdown-table.ts'

/** What a feature is, in the words of somebody who labels. */
const meanings = {
  text: 'the text itself',
  'cell.hidden': 'hidden and deleted rows',
  table: 'columns and their names',
  tokens: 'where tokens begin and end',
  whitespace: 'blanks other than one between two tokens',
  speaker: 'who speaks in a conversation',
  metadata: 'other facts attached to a row',
  media: 'which image, document or recording it is',
  span: 'labeled stretches of text',
  'span.overlapping': 'labels that share text',
  'span.multi-cell': 'labels over several rows',
  'span.within-token': 'labels that begin or end inside a token',
  relation: 'arrows between labels',
  'answer.document': 'answers about the document',
  'answer.row': 'answers about a row',
  'answer.annotation': 'answers about a label',
  box: 'labeled areas of pages',
  'box.caption': 'captions of areas',
  'box.text': 'the text of areas',
  timestamp: 'labeled stretches of recordings',
  'timestamp.text': 'the words spoken there',
  'origin.by': 'whether a person, a program or consensus labeled',
  'origin.user': 'who labeled',
  'origin.verdict': 'accepted or rejected, and by whom',
  'origin.confidence': 'how sure a program was',
  'origin.time': 'when something was labeled',
  comment: 'comments',
  'comment.author': 'who commented',
  'schema.labels': 'label sets with ids, colours and parents',
  'schema.questions': 'questions and their options',
  project: 'which project it comes from',
  cabinet: 'whose copy it is',
} as const satisfies Record<Feature, string>

const signs = { full: '●', partial: '◐' } as const

/** The page that says what every format can carry. */
export function formatsPage(formats: readonly Format[], targets: readonly Format[]): string {
  return `# What each format carries

Made from the declarations in the sources by \`node scripts/formats-doc.mjs\`; a test compares. The conformance kit
checks the declarations: for every feature a document is written and read back.

● comes back unchanged · ◐ comes back changed, or in part · blank: is not carried, and counted as dropped

${table(formats, targets)}${section('Formats', formats)}${section('Targets', targets)}`
}

function table(formats: readonly Format[], targets: readonly Format[]): string {
  const all = [...formats, ...targets]
  const head = ['Feature', '', ...all.map(({ id }) => id)]
  const rows = featureNames.map((feature) => [
    `\`${feature}\``,
    meanings[feature],
    ...all.map(({ carries }) => {
      const ability = carries[feature]
      return ability === undefined ? '' : signs[ability]
    }),
  ])
  return markdownTable([head, ...rows])
}

function section(title: string, formats: readonly Format[]): string {
  return `\n## ${title}\n${formats.map(describeFormat).join('')}`
}

function describeFormat(format: Format): string {
  const { id, title, extensions, tasks, reader, writer, options = [], unverified = [] } = format
  const reads =
    reader === undefined
      ? []
      : [reader.yields === 'one' ? 'reads a file as a whole' : 'reads bit by bit, in flat memory']
  const does = [...reads, ...(writer === undefined ? [] : ['writes'])].join(', ')
  const facts = [
    `${does} · ${extensions.map((one) => `\`${one}\``).join(', ')} · ${tasks.join(', ')}`,
    ...options.map((option) => {
      const choices = option.type === 'choice' ? `: ${option.choices.join(', ')}` : ''
      const value = JSON.stringify(option.default)
      return `- \`${option.name}\` (${option.type}${choices}; default \`${value}\`): ${option.help}`
    }),
    ...unverified.map((sentence) => `- Unverified: ${sentence}`),
  ]
  return `\n### ${title} (\`${id}\`)\n\n${facts.join('\n').replace('\n-', '\n\n-')}\n`
}
