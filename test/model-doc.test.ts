import { formats } from '@labelport/catalog'
import { type Diagnostic, memorySource, readDocuments } from '@labelport/format'
import { native } from '@labelport/format-native'
import { type LabeledDocument, validate } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { read } from './workspace.ts'

interface Block {
  readonly language: string
  readonly about: string
  readonly text: string
}

const blocks: readonly Block[] = [
  ...read('docs/model.md').matchAll(/^```([\w-]+) ?(\w*)\n([\s\S]*?)^```$/gm),
].map(([, language = '', about = '', text = '']) => ({ language, about, text }))

const inputs = blocks.flatMap((input, index) => {
  const output = blocks[index + 1]
  return input.language === 'json' || output === undefined ? [] : [{ input, output }]
})

async function readText(id: string, text: string) {
  const format = formats.find((one) => one.id === id)
  if (format === undefined) throw new Error(`No format ${id}.`)
  const told: Diagnostic[] = []
  const documents: LabeledDocument[] = []
  const source = memorySource(`example${format.extensions[0] ?? ''}`, text)
  const report = (one: Diagnostic) => told.push(one)
  for await (const one of readDocuments(format, source, { report })) documents.push(one)
  return { documents, told: told.filter(({ severity }) => severity !== 'info') }
}

/** Tokens as the page shows them. */
function plain(document: LabeledDocument | undefined): unknown {
  return JSON.parse(
    JSON.stringify(document, (_, value: unknown) =>
      value instanceof Uint32Array ? [...value] : value,
    ),
  )
}

/** The fragments of one kind. */
function fragments(about: string): readonly unknown[] {
  return blocks
    .filter((block) => block.about === about)
    .map(({ text }): unknown => JSON.parse(text))
}

describe('docs/model.md', () => {
  it.each(inputs)('shows what $input.language is read into', async ({ input, output }) => {
    const { documents, told } = await readText(input.language, input.text)
    expect(told).toEqual([])
    expect(documents).toHaveLength(1)
    expect(plain(documents[0])).toMatchObject(JSON.parse(output.text))
  })

  it('shows three files and all kinds of fragments', () => {
    expect(inputs.map(({ input }) => input.language)).toEqual(['tsv-iob', 'csv', 'tsv-iob'])
    const types = fragments('annotation').map((one) => (one as { type: string }).type)
    expect(new Set(types)).toEqual(new Set(['span', 'relation', 'answer', 'box', 'timestamp']))
    const known = ['annotation', 'cabinet', 'cell', 'comment', 'medium', 'project', 'schema', '']
    expect(blocks.map(({ about }) => about).filter((about) => !known.includes(about))).toEqual([])
  })

  it('shows fragments that make one sound document, complete and without an unknown field', async () => {
    const [schema] = fragments('schema')
    const [project] = fragments('project')
    const [cabinet] = fragments('cabinet')
    const value = {
      id: 'd1',
      name: 'ferry.txt',
      tasks: ['token'],
      cells: fragments('cell'),
      media: fragments('medium'),
      annotations: fragments('annotation'),
      comments: fragments('comment'),
      schema: '0',
      project: '0',
      cabinet: '0',
    }
    const lines = [
      { labelport: 1, type: 'schema', id: '0', value: schema },
      { labelport: 1, type: 'project', id: '0', value: project },
      { labelport: 1, type: 'cabinet', id: '0', value: cabinet },
      { labelport: 1, type: 'document', value },
    ]
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    const { documents, told } = await readText(native.id, text)
    expect(told).toEqual([])
    const [document] = documents
    expect(document && validate(document)).toEqual([])
    expect(plain(document)).toEqual({ ...value, schema, project, cabinet })
  })
})
