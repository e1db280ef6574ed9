import type { Diagnostic } from '@labelport/format'
import type { Cabinet } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { selectCabinet, selectForWriting } from '../src/index.ts'
import { ann, review, root } from './documents.ts'

const copies: readonly (Cabinet | undefined)[] = [review, ann, root, undefined]

function chosen(choice: string): readonly (Cabinet | undefined)[] {
  return copies.filter(selectCabinet(choice))
}

describe('selectCabinet', () => {
  it('takes files of no cabinet with review, for they are nobody’s copy', () => {
    expect(chosen('review')).toEqual([review, undefined])
  })

  it.each([
    ['labelers', [ann]],
    ['root', [root]],
    ['all', [...copies]],
    ['REVIEW', [review, undefined]],
  ])('%s', (choice, expected) => {
    expect(chosen(choice)).toEqual(expected)
  })

  it.each(['DOCUMENT-ann_example_org', 'ann@example.org', 'ANN ähre', '7'])(
    'finds a labeler by %s',
    (choice) => {
      expect(chosen(choice)).toEqual([ann])
    },
  )

  it('finds nothing under a name nobody has, nor under a name of the language', () => {
    expect(chosen('bob@example.org')).toEqual([])
    expect(chosen('constructor')).toEqual([])
    expect(chosen('__proto__')).toEqual([])
  })

  it('does not take the owner of REVIEW for a labeler', () => {
    const owned: Cabinet = { ...review, user: { email: 'ann@example.org' } }
    expect(selectCabinet('ann@example.org')(owned)).toBe(false)
  })
})

describe('selectForWriting', () => {
  function write(choice: string, training: boolean) {
    const diagnostics: Diagnostic[] = []
    const select = selectForWriting(choice, { training, report: (one) => diagnostics.push(one) })
    const taken = copies.filter(select)
    copies.filter(select)
    return { taken, codes: diagnostics.map(({ code }) => code) }
  }

  it('trap 32: leaves ROOT out of "all" and says so once', () => {
    expect(write('all', false)).toEqual({
      taken: [review, ann, undefined],
      codes: ['engine/root-left-out'],
    })
  })

  it('trap 32: never makes ROOT training data', () => {
    expect(write('root', true)).toEqual({ taken: [], codes: ['engine/root-refused'] })
    expect(write('ROOT-ann_example_org', true)).toEqual({
      taken: [],
      codes: ['engine/root-refused'],
    })
  })

  it('trap 32: gives ROOT to a format that is asked for it by name, with a warning', () => {
    expect(write('root', false)).toEqual({ taken: [root], codes: ['engine/root-written'] })
  })
})
