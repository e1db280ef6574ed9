import { covered, documentArbitrary, textDocument } from '@labelport/format-testing'
import { features, type LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configured, read, write } from './session.ts'

function fates({ entries }: Awaited<ReturnType<typeof write>>['ledger']) {
  return entries.map(({ effect, code, count }) => [
    effect,
    code.replace('gcp-vertex-ai-csv/', ''),
    count,
  ])
}

describe('entities', () => {
  it('are JSON Lines with code points and exclusive ends (traps 1, 2 and 89)', async () => {
    const walk = textDocument(
      ['😀 Zoë met\nBo', ''],
      [
        [0, 3, 6, 'l-Person'],
        [0, 11, 13, 'l-Person'],
      ],
    )
    const { files, ledger } = await write([walk], configured({ use: 'test' }))
    expect(files).toEqual({
      'walk.txt.jsonl':
        '{"textContent":"😀 Zoë met\\nBo","textSegmentAnnotations":[{"startOffset":2,"endOffset":5,"displayName":"Person"},{"startOffset":10,"endOffset":12,"displayName":"Person"}],"dataItemResourceLabels":{"aiplatform.googleapis.com/ml_use":"test"}}\n',
    })
    expect(fates(ledger)).toEqual([['dropped', 'empty-row', 1]])
    const { documents } = await read(files, 'walk.txt.jsonl')
    expect(covered(documents[0])).toEqual(['Zoë/Person', 'Bo/Person'])
  })

  it('that were read without their text are written as they were', async () => {
    const text =
      '{"textGcsUri":"gs://b/far.txt","textSegmentAnnotations":[{"startOffset":0,"endOffset":3,"displayName":"A"}]}\n'
    const { documents } = await read({ 'a.jsonl': text }, 'a.jsonl')
    expect((await write(documents)).files).toEqual({ 'a.jsonl': text })
  })

  it('keep what examples are for', async () => {
    const text =
      '{"textContent":"a","textSegmentAnnotations":[],"dataItemResourceLabels":{"aiplatform.googleapis.com/ml_use":"validation"}}\n'
    const { documents } = await read({ 'a.jsonl': text }, 'a.jsonl')
    expect((await write(documents)).files).toEqual({ 'a.jsonl': text })
  })

  it('under names a schema has twice are told (trap 28)', async () => {
    const walk = textDocument(['ab'], [[0, 0, 1, 'l-Person']])
    const twice = {
      ...walk,
      schema: {
        ...walk.schema,
        labelSets: [...walk.schema.labelSets, { ...walk.schema.labelSets[0], id: 'other' }],
      },
    } as LabeledDocument
    const { ledger, diagnostics } = await write([twice])
    expect(fates(ledger)).toEqual([['changed', 'label-lengthened', 1]])
    expect(diagnostics[0]?.code).toBe('gcp-vertex-ai-csv/class-lengthened')
  })

  it('come back equal from any text and any labels', async () => {
    const carried = ['text', 'span', 'span.overlapping'] as const
    await fc.assert(
      fc.asyncProperty(documentArbitrary(carried), async (document) => {
        const { files, ledger } = await write([document])
        fc.pre(ledger.entries.length === 0 && document.cells.length > 0)
        const path = `${document.name}.jsonl`
        const { documents } = await read(files, path, { schema: document.schema })
        for (const feature of carried) {
          const found = documents.flatMap((one): unknown[] => [...features[feature](one)])
          expect(found).toEqual(features[feature](document))
        }
      }),
      { seed: 20_26, numRuns: 100 },
    )
  })
})

describe('classes', () => {
  it('come back as they were read, with what they are for', async () => {
    const text = 'training,"Rain, again",wet,"a ""b"""\ntest,"two\nlines",wet\n=1+1,wet\n'
    const { documents } = await read({ 'a.csv': text }, 'a.csv')
    const { files, ledger } = await write(documents)
    expect(files).toEqual({ 'a.csv': text })
    expect(ledger.entries).toEqual([])
  })

  it('keep a text that looks like a word for use a text, and say so', async () => {
    const { documents } = await read({ 'a.csv': 'training,test,wet\n' }, 'a.csv')
    const [document] = documents
    if (document === undefined) return expect.unreachable()
    const { extra: _, ...bare } = document
    const { files, ledger } = await write([bare])
    expect(files).toEqual({ 'a.csv': '"test ",wet\n' })
    expect(fates(ledger)).toEqual([['changed', 'looks-like-use', 1]])
  })

  it('are written for one use when the option says so; rows without one are dropped', async () => {
    const { documents } = await read({ 'a.csv': 'a b,wet\nno class\n' }, 'a.csv')
    const { files, ledger } = await write(documents, configured({ use: 'validation' }))
    expect(files).toEqual({ 'a.csv': 'validation,a b,wet\n' })
    expect(fates(ledger)).toEqual([['dropped', 'row-without-class', 1]])
  })
})
