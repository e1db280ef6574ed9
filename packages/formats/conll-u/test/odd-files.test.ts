import { memorySource } from '@labelport/format'
import { readAll, writeAll } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { conllU } from '../src/index.ts'

const read = (text: string) => readAll(conllU, memorySource('a.conllu', text))

async function written(document: LabeledDocument) {
  const { files, ledger } = await writeAll(conllU, [document])
  const [text = ''] = [...files.values()].map((bytes) => new TextDecoder().decode(bytes))
  const entries = ledger.entries.map(({ effect, type, code }) => [effect, type, code.slice(8)])
  return { text, entries }
}

describe('places', () => {
  it('count the empty lines before the first sentence, and name the line of the text', async () => {
    const word = '1\ta\t_\tX\t_\t_\t9\tdep\t_\t_\n'
    const { diagnostics } = await read(`\n\r\n# id = 1\n# text = b\n${word}bad\n\n`)
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['conll-u/bad-line', 6],
      ['conll-u/text-differs', 4],
      ['conll-u/dangling-head', 5],
    ])
  })

  it('are told of no sentence where a file has only empty lines', async () => {
    const { diagnostics } = await read('\n\n')
    expect(diagnostics.map(({ code }) => code)).toEqual(['conll-u/empty-file'])
  })
})

describe('tokens that a column cannot hold', () => {
  const document = (text: string, tokens: Uint32Array): LabeledDocument => ({
    id: 'a',
    name: 'a.txt',
    tasks: ['token'],
    cells: [{ row: 0, column: 0, text, tokens }],
    media: [],
    annotations: [],
    comments: [],
    schema: { labelSets: [], questions: [] },
  })

  it('stand in the text as they do in their column, so that only they are changed', async () => {
    const { text, entries } = await written(document('a\tb\tc', Uint32Array.of(0, 3, 4, 5)))
    expect(entries).toEqual([['changed', 'cell', 'characters-replaced']])
    expect((await read(text)).documents[0]?.cells[0]?.text).toBe('a b\tc')
  })

  it('as an empty one are told, as the text does not hold what stands for it', async () => {
    const { entries } = await written(document('', Uint32Array.of(0, 0)))
    expect(entries).toEqual([['changed', 'cell', 'tokens-moved']])
  })
})
