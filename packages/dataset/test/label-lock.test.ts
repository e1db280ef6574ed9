import { documentArbitrary } from '@labelport/format-testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyLabelLock,
  extendLabelLock,
  type LabelLock,
  type LabelsInUse,
  labelLockDrift,
  lockedNames,
  openLabelCollector,
  readLabelLock,
  writeLabelLock,
} from '../src/index.ts'
import { herbDocument, span } from './documents.ts'

function inUse(
  text: readonly string[],
  questions: Readonly<Record<string, readonly string[]>> = {},
) {
  return { text, box: [], questions: new Map(Object.entries(questions)) } satisfies LabelsInUse
}

const codes = (lock: LabelLock, labels: LabelsInUse, mayGrow = true) =>
  labelLockDrift(lock, labels, { mayGrow }).map(({ code }) => code)

const lock: LabelLock = {
  ...emptyLabelLock,
  text: [
    { name: 'Person', formerly: ['PER'] },
    { name: 'Date', removed: true },
    { name: 'Ort 🌍' },
  ],
}

describe('a label lock', () => {
  it('only grows: no class ever changes its number', () => {
    const names = fc.uniqueArray(fc.string(), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(names, { maxLength: 5 }), names, (runs, choices) => {
        let grown = emptyLabelLock
        for (const run of runs) {
          const before = lockedNames(grown)
          grown = extendLabelLock(grown, inUse(run, { 'Warum?': choices }))
          const after = lockedNames(grown)
          expect(after.text.slice(0, before.text.length)).toEqual(before.text)
          for (const name of run) expect(after.text).toContain(name)
          expect(after.questions.get('Warum?')).toEqual(choices)
          expect(readLabelLock(writeLabelLock(grown))).toEqual(grown)
        }
        expect(extendLabelLock(grown, inUse(runs.flat()))).toEqual(grown)
      }),
    )
  })

  it('keeps the place of a removed class and adds new ones at the end', () => {
    const grown = extendLabelLock(lock, inUse(['New', 'Ort 🌍']))
    expect(lockedNames(grown).text).toEqual(['Person', 'Date', 'Ort 🌍', 'New'])
  })

  it('finds classes that were removed or renamed and are used, and new ones when it may not grow', () => {
    expect(codes(lock, inUse(['Person', 'Ort 🌍']))).toEqual([])
    expect(codes(lock, inUse(['Date']))).toEqual(['engine/lock-removed'])
    expect(codes(lock, inUse(['PER']))).toEqual(['engine/lock-renamed'])
    expect(codes(lock, inUse(['New']))).toEqual([])
    expect(codes(lock, inUse(['New']), false)).toEqual(['engine/lock-unknown'])
    expect(codes(lock, inUse([], { q: ['x'] }), false)).toEqual(['engine/lock-unknown'])
  })

  it.each([
    ['nothing', ''],
    ['another version', '{"version":2,"text":[],"box":[]}'],
    ['a missing list', '{"version":1,"text":[]}'],
    ['a number out of place', '{"version":1,"text":[{"id":1,"name":"a"}],"box":[]}'],
    ['a name twice', '{"version":1,"text":[{"id":0,"name":"a"},{"id":1,"name":"a"}],"box":[]}'],
    ['a class without a name', '{"version":1,"text":[{"id":0}],"box":[]}'],
    ['names that are none', '{"version":1,"text":[{"id":0,"name":"a","formerly":"b"}],"box":[]}'],
    ['questions that are none', '{"version":1,"text":[],"box":[],"questions":[{}]}'],
  ])('is refused with %s', (_, text) => {
    expect(() => readLabelLock(text)).toThrow(/label lock cannot be used/)
  })
})

describe('openLabelCollector', () => {
  it('collects the names of schemas in their order, then labels no schema knows', () => {
    const collector = openLabelCollector()
    collector.add(herbDocument('a.txt', { annotations: [span('1', 'stray')] }))
    expect(collector.labels()).toEqual(inUse(['Blatt', 'Wurzel', 'stray']))
  })

  it('gives every choice question its names', () => {
    fc.assert(
      fc.property(documentArbitrary(), (document) => {
        const collector = openLabelCollector()
        collector.add(document)
        const { questions, text, box } = collector.labels()
        const choices = document.schema.questions.filter(({ type }) => type === 'choice')
        expect(new Set(questions.keys())).toEqual(new Set(choices.map((one) => one.text)))
        for (const names of [text, box, ...questions.values()])
          expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 30 },
    )
  })
})
