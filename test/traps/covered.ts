import { withoutComments } from '../source-text.ts'
import { filesBelow, read } from '../workspace.ts'

/** A test file and how many of its tests name a trap. */
export interface Coverage {
  readonly path: string
  readonly tests: number
}

/** Which test files name which traps. */
export function coverage(): ReadonlyMap<number, readonly Coverage[]> {
  const paths = ['packages', 'apps', 'test'].flatMap(filesBelow).filter(isTest).sort()
  const covered = new Map<number, Coverage[]>()
  for (const path of paths) {
    const counts = new Map<number, number>()
    for (const name of namesIn(read(path))) {
      for (const trap of trapsIn(name)) counts.set(trap, (counts.get(trap) ?? 0) + 1)
    }
    for (const [trap, tests] of counts) {
      covered.set(trap, [...(covered.get(trap) ?? []), { path, tests }])
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
