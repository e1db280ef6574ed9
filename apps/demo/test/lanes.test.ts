import { describe, expect, it } from 'vitest'
import { assignLanes, laneCount, laneLimit, type Piece } from '../src/view/lanes.ts'
import { segmentsOf } from '../src/view/segments.ts'

function piece(id: string, start: number, end: number): Piece {
  return { id, start, end, begins: true, ends: true }
}

describe('assignLanes', () => {
  it('keeps labels that follow one another in one lane', () => {
    const lanes = assignLanes([piece('b', 5, 9), piece('a', 0, 5)])
    expect(lanes.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 0],
    ])
  })

  it('gives labels that nest or cross lanes of their own, the outer one first', () => {
    const lanes = assignLanes([piece('inner', 2, 4), piece('outer', 0, 9), piece('cross', 3, 12)])
    expect(Object.fromEntries(lanes.map(({ id, lane }) => [id, lane]))).toEqual({
      outer: 0,
      inner: 1,
      cross: 2,
    })
    expect(laneCount(lanes)).toBe(3)
  })

  it('never lets two labels of one lane share text', () => {
    const pieces = Array.from({ length: 60 }, (_, at) => {
      const start = (at * 37) % 50
      return piece(String(at), start, start + 1 + ((at * 13) % 9))
    })
    const lanes = assignLanes(pieces)
    for (const one of lanes) {
      for (const other of lanes) {
        if (one === other || one.lane === undefined || one.lane !== other.lane) continue
        expect(one.end <= other.start || other.end <= one.start).toBe(true)
      }
    }
  })

  it('leaves a crowd beyond the limit without a lane, so that it can be told as a number', () => {
    const lanes = assignLanes(
      Array.from({ length: laneLimit + 3 }, (_, at) => piece(`${at}`, 0, 4)),
    )
    expect(lanes.filter(({ lane }) => lane === undefined)).toHaveLength(3)
    expect(laneCount(lanes)).toBe(laneLimit)
  })
})

describe('segmentsOf', () => {
  const text = 'the tree fern by the door'

  it('gives the whole text back, whatever the labels', () => {
    const pieces = assignLanes([piece('a', 4, 13), piece('b', 9, 20), piece('c', 9, 9)])
    const segments = segmentsOf(text, pieces)
    expect(segments.map((segment) => segment.text).join('')).toBe(text)
  })

  it('says which labels cover a run and which begin there', () => {
    const segments = segmentsOf(text, assignLanes([piece('a', 4, 13), piece('b', 9, 20)]))
    const told = segments.map(({ text: run, lanes, opening }) => ({
      run,
      covered: lanes.map((one) => one?.id),
      opening: opening.map(({ id }) => id),
    }))
    expect(told).toEqual([
      { run: 'the ', covered: [], opening: [] },
      { run: 'tree ', covered: ['a'], opening: ['a'] },
      { run: 'fern', covered: ['a', 'b'], opening: ['b'] },
      { run: ' by the', covered: [undefined, 'b'], opening: [] },
      { run: ' door', covered: [], opening: [] },
    ])
  })

  it('shows an empty label where it stands, over no text', () => {
    const [, at] = segmentsOf('ab', assignLanes([piece('empty', 1, 1)]))
    expect(at?.opening.map(({ id }) => id)).toEqual(['empty'])
    expect(at?.lanes).toEqual([])
  })

  it('never cuts an emoji or a letter from its accent', () => {
    const family = '\u{1F469}\u200d\u{1F33E}'
    const accented = 'cafe\u0301'
    const whole = `${family} ${accented}`
    const segments = segmentsOf(whole, assignLanes([piece('a', 1, 3), piece('b', 7, 10)]))
    expect(segments.map((segment) => segment.text)).toEqual([family, ' c', 'afe\u0301'])
  })
})
