import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { memorySource, readDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formats } from '../../packages/catalog/src/index.ts'
import { sampleProjects } from '../../packages/emulator/src/index.ts'
import { documentsOf, realExports } from './real-exports.ts'

/** Documents that are written together, under a name that says nothing of their content. */
export interface Input {
  readonly name: string
  readonly documents: readonly LabeledDocument[]
}

/** Everything there is to write: the fixtures of each format, the sample projects, and real exports. */
export async function allInputs(): Promise<readonly Input[]> {
  return [...(await fixtureInputs()), ...sampleInputs(), ...(await realInputs())]
}

/** The sound fixtures of every format, one input for each format. */
export async function fixtureInputs(): Promise<readonly Input[]> {
  const inputs: Input[] = []
  for (const format of formats) {
    const folder = `packages/formats/${format.id}/fixtures`
    const documents: LabeledDocument[] = []
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    for (const { name } of files) {
      const sourceOf = (path: string) => memorySource(path, readFileSync(join(folder, path)))
      const sibling = (path: string) =>
        files.some((one) => one.name === path) ? sourceOf(path) : undefined
      for await (const document of readDocuments(format, sourceOf(name), {
        report: () => {},
        sibling,
      }))
        documents.push({ ...document, id: `${name} ${document.id}` })
    }
    inputs.push({ name: `fixtures of ${format.id}`, documents })
  }
  return inputs
}

/** The reviewed copies of the emulator's projects. */
export function sampleInputs(): readonly Input[] {
  return sampleProjects.map(({ name, cabinets }) => ({
    name: `sample project ${name}`,
    documents: cabinets
      .filter(({ cabinet }) => cabinet.role === 'review')
      .flatMap(({ documents }) => documents),
  }))
}

/** The real exports, numbered within their kind: their own names stay where they are. */
export async function realInputs(): Promise<readonly Input[]> {
  const counts = new Map<string, number>()
  const inputs: Input[] = []
  for (const one of realExports()) {
    const [kind = ''] = one.name.split('/')
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    inputs.push({ name: `real ${kind} ${count}`, documents: await documentsOf(one) })
  }
  return inputs
}
