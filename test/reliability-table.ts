import { trapCodes, traps } from '@labelport/emulator'
import { filesBelow, read } from './workspace.ts'

/** The folders whose tests are about what goes wrong on the way. */
const folders = ['packages/client/test', 'packages/emulator/test']

/** The names of all tests and groups of tests in those folders, as they are written. */
function testNames(): readonly string[] {
  const call =
    /\b(?:it|describe)(?:\.[\w.]+)?\s*(?:\((?:[^()'"`]|\([^()]*\)|'[^'\n]*'|"[^"\n]*")*\)\s*)?\(\s*(?:'([^'\n]+)'|"([^"\n]+)")/g
  return folders
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => path.endsWith('.test.ts'))
    .sort()
    .flatMap((path) => [...read(path).matchAll(call)].map((match) => match[1] ?? match[2] ?? ''))
}

/** What tests say of each trap: their names without the codes. */
function statements(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of testNames()) {
    const codes = name.match(/\b[AGQUDZPWX]\d+\b/g) ?? []
    const text = name
      .replace(/^(?:[AGQUDZPWX]\d+(?:, )?)+: /, '')
      .replace(/ \((?:[AGQUDZPWX]\d+ ?|trap \d+)+\)/g, '')
      .replace(/\(%\w\)|%\w/g, '…')
      .trim()
    for (const code of new Set(codes)) found.set(code, [...(found.get(code) ?? []), text])
  }
  return found
}

/** The rows of docs/reliability.md, one for every trap. */
export function reliabilityTable(): string {
  const said = statements()
  const rows = trapCodes.map((code) => {
    const tests = [...new Set(said.get(code) ?? [])].map((text) => escaped(text))
    return `| ${code} | ${escaped(traps[code].about)} | ${tests.join(' · ')} |`
  })
  return ['| | What goes wrong | What tests show |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The codes that no test names. */
export function untested(): readonly string[] {
  const said = statements()
  return trapCodes.filter((code) => (said.get(code) ?? []).length === 0)
}

function escaped(text: string): string {
  return text.replace(/[|<>]/g, '\\$&')
}
