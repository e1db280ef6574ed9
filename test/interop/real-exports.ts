import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LabeledDocument } from '@labelport/model'
import { openExport, readExport } from '../../packages/archive/src/index.ts'
import { formats } from '../../packages/catalog/src/index.ts'
import { folderSources, openFile, zlibCodec } from '../../packages/node/src/index.ts'

/** Real exports lie beside the repository where there are any; none of them is part of it. */
const root = '../shared/real-exports'

/** A real export: a zip or a folder. */
export interface RealExport {
  readonly name: string
  readonly path: string
}

/** All real exports; empty where there are none. */
export function realExports(): readonly RealExport[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'fields')
    .flatMap(({ name: kind }) =>
      readdirSync(join(root, kind)).map((name) => ({
        name: `${kind}/${name}`,
        path: join(root, kind, name),
      })),
    )
}

/**
 * The documents of the review copies of an export; of all copies but untouched uploads where there are none, or
 * where all are asked for.
 */
export async function documentsOf(
  { name, path }: RealExport,
  copies: 'review' | 'all' = 'review',
): Promise<readonly LabeledDocument[]> {
  const report = () => {}
  const zip = path.endsWith('.zip')
  const file = zip ? openFile(path) : undefined
  try {
    const input =
      file === undefined
        ? ({ type: 'folder', name, files: folderSources(path) } as const)
        : ({ type: 'zip', name, file } as const)
    const set = await openExport([input], { report, codec: zlibCodec })
    const documents: LabeledDocument[] = []
    for await (const document of readExport(set, { formats, report })) documents.push(document)
    const reviewed = documents.filter(({ cabinet }) => cabinet?.role === 'review')
    const used = copies === 'review' && reviewed.length > 0 ? reviewed : documents
    return used.filter(({ cabinet }) => cabinet?.role !== 'root')
  } finally {
    file?.close()
  }
}
