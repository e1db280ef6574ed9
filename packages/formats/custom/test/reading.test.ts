import { covered, textDocument } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { custom } from '../src/index.ts'
import { configured, read, write } from './session.ts'

function told(
  diagnostics: readonly { readonly code: string; readonly place?: { line?: number } }[],
) {
  return diagnostics
    .map(({ code, place }) => [code.replace('custom/', ''), place?.line])
    .filter(([what]) => what !== 'seen')
}

const label = (begin: number, end: number) =>
  `{"text_extraction":{"text_segment":{"end_offset":${end},"start_offset":${begin}}},"display_name":"P"}`
const line = (text: string, ...labels: string[]) =>
  `{"annotations":[${labels.join(',')}],"text_snippet":{"content":${JSON.stringify(text)}}}\n`

describe('files of the documented sample', () => {
  it('are read line by line, with exclusive ends (trap 2)', async () => {
    const { documents } = await read({ 'a.txt.json': line('Zoë met', label(0, 3)) }, 'a.txt.json')
    expect(covered(documents[0])).toEqual(['Zoë/P'])
    expect(documents[0]?.name).toBe('a.txt')
  })

  it('say in which unit offsets were read, and take what the option says (trap 1)', async () => {
    const files = { 'a.json': line('😀 Zoë met', label(3, 6)) }
    const found = await read(files, 'a.json')
    expect(covered(found.documents[0])).toEqual(['Zoë/P'])
    expect(found.diagnostics[0]).toMatchObject({ code: 'custom/offset-unit', severity: 'info' })
    const asked = await read(files, 'a.json', {}, configured({ unit: 'code-points' }))
    expect(covered(asked.documents[0])).toEqual(['oë /P'])
  })

  it('tell labels that lie on no words, as when tokens were not joined by one blank', async () => {
    const { diagnostics } = await read(
      { 'a.json': line("Don't  go to Oslo", label(9, 12)) },
      'a.json',
    )
    expect(told(diagnostics)).toEqual([['labels-off-words', undefined]])
    expect(diagnostics.at(-1)?.message).toContain('1 of 1 labels begin or end inside a word')
  })

  it('tell what is no example and what has no place, and go on (trap 8)', async () => {
    const text = `${line('Zoë', label(0, 4), label(2, 2), '{}')}{"a":1}\n`
    const { documents, diagnostics } = await read({ 'a.json': text }, 'a.json')
    expect(documents[0]?.cells).toHaveLength(1)
    expect(told(diagnostics)).toEqual([
      ['bad-label', 1],
      ['bad-line', 2],
      ['no-such-place', 1],
      ['no-such-place', 1],
    ])
  })

  it('that are one list of examples are told of by the place in the list', async () => {
    const examples = [
      { annotations: [], text_snippet: { content: 'Zoë' } },
      { a: 1 },
      {
        annotations: [JSON.parse(label(0, 9))],
        text_snippet: { content: 'Bo' },
        classificationAnnotation: { displayName: 'x' },
        language: 'en',
      },
    ]
    const { documents, diagnostics } = await read(
      { 'a.json': JSON.stringify(examples, undefined, 2) },
      'a.json',
    )
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['Zoë', 'Bo'])
    expect(diagnostics.slice(0, 3).map(({ code, place }) => [code, place])).toEqual([
      ['custom/bad-line', { path: 'a.json', pointer: '/1' }],
      ['custom/unread-keys', { path: 'a.json', pointer: '/2' }],
      ['custom/no-such-place', { path: 'a.json', pointer: '/2' }],
    ])
    expect(diagnostics[1]?.message).toContain('"language", "classificationAnnotation"')
  })

  it('are not everything a File Transformer may write, and what to do then is said', async () => {
    const reading = read({ 'a.json': '<labels/>' }, 'a.json')
    await expect(reading).rejects.toMatchObject({ diagnostic: { code: 'custom/unknown-content' } })
    await expect(reading).rejects.toThrow('createCustom')
    expect(told((await read({ 'a.json': ' ' }, 'a.json')).diagnostics)).toEqual([
      ['empty-file', undefined],
    ])
  })

  it('are recognised by both keys', () => {
    const sniff = (text: string) => custom.reader?.sniff({ path: 'a', text, complete: true })
    expect(sniff(line('a', label(0, 1)))).toBe('certain')
    expect(sniff(line('a'))).toBe('certain')
    expect(sniff('{"text_snippet": {"content": "very long')).toBe('likely')
    expect(sniff('{"text": "text_snippet"}')).toBe('no')
    expect(sniff('text_snippet: {')).toBe('no')
  })

  it('are written line by line in code points, and read again (traps 1 and 9)', async () => {
    const walk = textDocument(
      ['😀 Zoë\nmet', 'hidden', 'Bo'],
      [
        [0, 3, 6, 'l-Person'],
        [1, 0, 2, 'l-Person'],
      ],
    )
    const document = {
      ...walk,
      cells: walk.cells.map((cell) =>
        cell.row === 1 ? { ...cell, status: 'hidden' as const } : cell,
      ),
    }
    const { files, ledger } = await write([document])
    expect(files['walk.txt.json']?.split('\n')[0]).toBe(
      '{"annotations":[{"text_extraction":{"text_segment":{"end_offset":5,"start_offset":2}},"display_name":"Person"}],"text_snippet":{"content":"😀 Zoë\\nmet"}}',
    )
    expect(ledger.entries.map(({ code, count }) => [code, count])).toEqual([
      ['custom/cell-hidden', 1],
      ['custom/span-not-shown', 1],
    ])
    const { documents } = await read(files, 'walk.txt.json')
    expect(covered(documents[0])).toEqual(['Zoë/Person'])
  })
})
