import { parseOptions } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { formats, targets } from '../src/index.ts'

const all = [...formats, ...targets]

describe('the catalog', () => {
  it('lists formats that read, and targets that write', () => {
    expect(formats.filter(({ reader }) => reader === undefined)).toEqual([])
    expect(targets.filter(({ writer }) => writer === undefined)).toEqual([])
  })

  it('is sorted by id, and no id stands for two', () => {
    for (const list of [formats, targets]) {
      const ids = list.map(({ id }) => id)
      expect(ids).toEqual([...ids].sort())
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it.each(all)('$id can be configured with its own defaults', (format) => {
    const values = parseOptions(format.id, format.options ?? [], {})
    const configured = format.configure?.(values) ?? format
    expect(configured.id).toBe(format.id)
    expect(configured.carries).toEqual(format.carries)
  })
})
