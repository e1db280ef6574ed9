import { expect, it } from 'vitest'
import { fixture } from './fixtures.ts'
import { readFile, writeFile } from './round-trip.ts'

const big = '12345678901234567891'
const decoder = new TextDecoder()

it('keeps the digits of integers beyond 2^53, in ids and wherever nothing reads them', async () => {
  const text = decoder
    .decode(fixture('plain.json'))
    .replaceAll('"labeledByUserId":7', `"labeledByUserId":${big}`)
    .replace('"labelerInfo":{"id":7', `"unknown":[-${big}],"labelerInfo":{"id":${big}`)
    .replace(/"id":"\d+","labelSetIndex"/, `"id":${big},"labelSetIndex"`)
  expect(text.split(big).length).toBeGreaterThan(4)
  const { document, diagnostics } = await readFile(text)
  expect(diagnostics).toEqual([])
  const span = document.annotations.find(({ id }) => id === big)
  expect(span).toMatchObject({ type: 'span', origin: { user: { id: big, name: 'Ann Example' } } })
  expect((await writeFile(document)).text).toBe(text)
  expect((await writeFile(structuredClone(document))).text).toBe(text)
})

it('keeps the digits of answers as texts', async () => {
  const ask = (id: number, type: string) => ({ id, label: type, type, config: {} })
  const data = {
    project: { id: 'p', name: 'demo' },
    document: { id: '1', name: 'a.txt' },
    kinds: ['DOCUMENT_BASED'],
    documentQuestions: [ask(0, 'SLIDER'), ask(1, 'SLIDER'), ask(2, 'TEXT')],
    documentAnswerSet: { '0': 'A', '1': big, '2': 'C', '9': 'D' },
  }
  const text = `${JSON.stringify({ version: '1', data })}\n`.replaceAll(/"[ACD]"/g, big)
  const { document } = await readFile(text)
  expect(document.annotations.map((one) => one.type === 'answer' && one.value)).toEqual(
    [0, 1, 2, 9].map(() => ({ type: 'text', text: big })),
  )
  expect((await writeFile(document)).text).toBe(text)
})
