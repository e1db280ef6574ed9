import { describe, expect, it } from 'vitest'
import { filesBelow, packages } from './workspace.ts'

/** What every format shows in files of its own, and how such files are called. */
const kinds = {
  'several labels in one place, or several answers':
    /^(overlapping|several-(?!documents)|several\.|long-labels)/,
  'text beyond ASCII': /^beyond[ -]ascii/,
  'the work of several labelers': /^(labeler-(ann|ben)|labelers)\./,
  'a damaged file': /^damaged\//,
  'an empty file': /^(damaged\/)?empty/,
} as const

type Kind = keyof typeof kinds

/** What a format has no such file of, and why. */
const exceptions: Readonly<Record<string, Partial<Record<Kind, string>>>> = {
  'conll-2003': {
    'several labels in one place, or several answers': 'A token has one tag.',
  },
  plain: {
    'several labels in one place, or several answers': 'Text alone has no labels.',
    'the work of several labelers': 'The text is the same for all of them.',
    'a damaged file': 'Any text is sound; bytes that are no text are a test of their own.',
  },
}

const formats = packages.filter(({ kind }) => kind === 'format')

describe.each(formats)('the fixtures of $id', ({ id, folder }) => {
  const names = filesBelow(`${folder}/fixtures`).map((path) =>
    path.slice(`${folder}/fixtures/`.length),
  )

  it.each(Object.entries(kinds))('hold %s', (kind, pattern) => {
    const found = names.filter((name) => pattern.test(name))
    const reason = exceptions[id]?.[kind as Kind]
    if (reason === undefined) expect(found).not.toEqual([])
    else expect(found, `${reason} Take it off the exceptions.`).toEqual([])
  })

  it('hold an ordinary file', () => {
    const special = Object.values(kinds)
    const ordinary = names.filter((name) => !special.some((pattern) => pattern.test(name)))
    expect(ordinary).not.toEqual([])
  })

  it('hold two labelers where they hold one', () => {
    const labelers = names.filter((name) => name.startsWith('labeler-')).length
    expect([0, 2]).toContain(labelers)
  })
})
