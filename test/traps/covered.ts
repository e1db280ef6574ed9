import { withoutComments } from '../source-text.ts'
import { filesBelow, read } from '../workspace.ts'

/** The test files that name each trap, by number. */
export function coverage(): ReadonlyMap<number, readonly string[]> {
  const covered = new Map<number, string[]>()
  for (const path of ['packages', 'apps', 'test'].flatMap(filesBelow).filter(isTest).sort()) {
    for (const trap of new Set(namesIn(read(path)).flatMap(trapsIn))) {
      covered.set(trap, [...(covered.get(trap) ?? []), path])
    }
  }
  return covered
}

/** Tests and the tables of cases they run through; not those of this page. */
function isTest(path: string): boolean {
  return /\/test\/.*\.tsx?$|^test\//.test(path) && !/^test\/traps/.test(path)
}

/** The texts of a source that name traps; comments do not count. */
function namesIn(source: string): readonly string[] {
  return [...withoutComments(source).matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g)]
    .map(([text]) => text)
    .filter((text) => /\btraps? \d/.test(text))
}

/** The numbers a name gives: `trap 3`, `traps 3, 4 and 7`, `traps 18 to 23`. */
export function trapsIn(name: string): readonly number[] {
  const lists = name.matchAll(/\btraps? (\d+(?:(?:, and |, | and | to )\d+)*)/g)
  return [...lists].flatMap(([, list = '']) =>
    list.split(/, and |, | and /).flatMap((part) => {
      const [first = 0, last = first] = part.split(' to ').map(Number)
      return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    }),
  )
}
