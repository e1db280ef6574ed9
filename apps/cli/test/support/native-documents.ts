import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes an export of native files in one copy, whose documents have the ids that are given; returns its root. */
export async function nativeDocuments(
  folder: string,
  ids: Readonly<Record<string, string>>,
  copy = 'REVIEW',
): Promise<string> {
  const root = join(folder, 'Garten-A1b2C3d4E5f')
  await mkdir(join(root, copy), { recursive: true })
  for (const [name, id] of Object.entries(ids)) {
    await writeFile(join(root, copy, `${name}.labelport.jsonl`), nativeText(name, id))
  }
  return root
}

/** The text of a native file with one document. */
export function nativeText(name: string, id: string): string {
  const schema = {
    labelSets: [{ id: '0', appliesTo: 'text', labels: [{ id: 'Ort', name: 'Ort' }] }],
    questions: [],
  }
  const span = {
    ...{ type: 'span', id: 'span-1', labelSet: '0', label: 'Ort', origin: { by: 'unknown' } },
    target: { cell: 0, start: 0, end: 4 },
  }
  const document = {
    ...{ id, name: `${name}.txt`, tasks: ['token'], media: [], comments: [], schema: '0' },
    cells: [{ row: 0, column: 0, text: `Beet ${name} 🌿`, tokens: [0, 4] }],
    annotations: [span],
  }
  return [
    { labelport: 1, type: 'schema', id: '0', value: schema },
    { labelport: 1, type: 'document', value: document },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}
