import { describe, expect, it } from 'vitest'
import { type Confidence, defineFormat, detect, detectHead, memorySource } from '../src/index.ts'

function format(id: string, confidence: Confidence) {
  return defineFormat({
    id,
    title: id,
    extensions: ['.x'],
    tasks: ['token'],
    carries: {},
    reader: { yields: 'one', names: 'same', sniff: () => confidence, async *read() {} },
  })
}

const head = { path: 'a.x', text: '', complete: true }

describe('detection', () => {
  it('takes the one format that is surer than all others', () => {
    const formats = [format('a', 'possible'), format('b', 'likely'), format('c', 'no')]
    const { format: found, candidates } = detectHead(head, formats)
    expect(found?.id).toBe('b')
    expect(candidates.map((one) => one.format.id)).toEqual(['b', 'a'])
  })

  it('shows a tie and breaks it neither way', () => {
    const formats = [format('a', 'likely'), format('b', 'likely'), format('c', 'possible')]
    for (const order of [formats, [...formats].reverse()]) {
      const { format: found, candidates } = detectHead(head, order)
      expect(found).toBeUndefined()
      expect(candidates).toHaveLength(3)
    }
  })

  it('finds nothing where all say no, and does not ask formats without a reader', () => {
    const { reader: _, ...writer } = format('w', 'certain')
    expect(detectHead(head, [format('a', 'no'), writer])).toEqual({ candidates: [] })
  })

  it('does not take a file that is no text for what it is merely not impossible to be', () => {
    const binary = { ...head, text: 'PK\u0003\u0004\0\0\t' }
    expect(detectHead(binary, [format('a', 'possible')])).toEqual({ candidates: [] })
    expect(detectHead(binary, [format('a', 'likely')]).format?.id).toBe('a')
  })

  it('shows formats the beginning of the file', async () => {
    const nosy = format('a', 'no')
    const sniff = ({ text, path }: typeof head): Confidence =>
      text === 'Zoë' && path === 'b.x' ? 'certain' : 'no'
    const asked = { ...nosy, reader: { ...nosy.reader, sniff } }
    expect((await detect(memorySource('b.x', 'Zoë'), [asked])).format?.id).toBe('a')
  })
})
