import { describe, expect, it } from 'vitest'
import { exampleObject, placeOf, unitEvidence, unitFinding } from '../src/index.ts'

describe('a stretch of a text', () => {
  const text = 'a😀b'

  it('has its place in either unit (trap 1)', () => {
    expect(placeOf(text, { begin: 2, end: 3 }, 'code-points')).toEqual({ start: 3, end: 4 })
    expect(placeOf(text, { begin: 3, end: 4 }, 'utf-16')).toEqual({ start: 3, end: 4 })
  })

  it.each([
    [{ begin: 2, end: 2 }],
    [{ begin: 3, end: 2 }],
    [{ begin: -1, end: 2 }],
    [{ begin: 0, end: 5 }],
  ])('%j has none (trap 8)', (stretch) => {
    expect(placeOf(text, stretch, 'code-points')).toBeUndefined()
    expect(placeOf(text, stretch, 'utf-16')).toBeUndefined()
  })

  it('has none where it cuts a character or lies behind the last one', () => {
    expect(placeOf(text, { begin: 2, end: 4 }, 'utf-16')).toBeUndefined()
    expect(placeOf(text, { begin: 2, end: 4 }, 'code-points')).toBeUndefined()
  })
})

describe('the unit of offsets', () => {
  const evidence = (...stretches: { begin: number; end: number }[]) =>
    unitEvidence([{ text: '😀 Zoë met', stretches }])

  it('is the one in which more stretches lie on words', () => {
    expect(evidence({ begin: 2, end: 5 })).toMatchObject({ unit: 'code-points', differing: 1 })
    expect(evidence({ begin: 3, end: 6 })).toMatchObject({ unit: 'utf-16', differing: 1 })
  })

  it('is code points where nothing decides, with a warning', () => {
    const open = evidence({ begin: 3, end: 5 })
    expect(open).toMatchObject({ unit: 'code-points', differing: 1 })
    expect(unitFinding(open, 'auto')).toMatchObject({ severity: 'warning' })
    expect(unitFinding(open, 'utf-16')).toMatchObject({ severity: 'info' })
  })

  it('is not spoken of where it makes no difference', () => {
    expect(
      unitFinding(unitEvidence([{ text: 'Zoë', stretches: [{ begin: 0, end: 3 }] }]), 'auto'),
    ).toBe(undefined)
  })
})

describe('an example of a Google service', () => {
  it('is read in every shape it was written in', () => {
    const segments = [{ begin: 0, end: 3, name: 'P' }]
    const label = { endOffset: '3', displayName: 'P' }
    const vertex = { textContent: 'Zoë', textSegmentAnnotations: [label] }
    expect(exampleObject(vertex)).toMatchObject({ text: 'Zoë', segments, shape: 'vertex' })
    const extraction = { text_segment: { start_offset: 0, end_offset: 3 } }
    const automl = {
      text_snippet: { content: 'Zoë' },
      annotations: [{ text_extraction: extraction, display_name: 'P' }],
    }
    expect(exampleObject(automl)).toMatchObject({ text: 'Zoë', segments, shape: 'automl' })
  })

  it('counts labels it cannot read, and is none without a text or an address', () => {
    const labels = [{ displayName: 'P' }, { startOffset: 1.5, endOffset: 2, displayName: 'P' }, 7]
    const found = exampleObject({ textGcsUri: 'gs://b/a.txt', textSegmentAnnotations: labels })
    expect(found).toMatchObject({ uri: 'gs://b/a.txt', segments: [], unreadable: 3 })
    for (const value of [{}, [], null, 'a', { textContent: 3 }]) {
      expect(exampleObject(value)).toBeUndefined()
    }
  })
})
