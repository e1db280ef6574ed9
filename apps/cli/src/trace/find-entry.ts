import type { ExportCabinet, ExportProject, ExportSet } from '@labelport/archive'
import { type DocumentLine, hashOfSource } from '@labelport/dataset'
import type { Source } from '@labelport/format'

/** The file of an export that a provenance line names. */
export type EntryFound =
  | { readonly type: 'missing' }
  | {
      /** Whether its bytes are those the data set was made of. */
      readonly type: 'same' | 'changed'
      readonly project: ExportProject
      readonly cabinet: ExportCabinet
      readonly file: Source
    }

/**
 * Looks for the file. Where folders are called by pseudonyms, the one with the right content is it; and a zip may
 * have a folder on top that its unpacked form has not.
 */
export async function findEntry(
  found: ExportSet,
  { entry, sha256 }: DocumentLine,
  signal: AbortSignal,
): Promise<EntryFound> {
  const fits = new RegExp(`^(?:.*/)?${entry.split(pseudonym).map(escaped).join('[^/]+')}$`, 'u')
  let changed: EntryFound | undefined
  for (const project of found.projects) {
    for (const cabinet of project.cabinets) {
      for (const file of cabinet.files) {
        if (!fits.test(file.path) && !entry.endsWith(`/${file.path}`)) continue
        const place = { project, cabinet, file }
        if ((await hashOfSource(file, signal)) === sha256) return { type: 'same', ...place }
        changed ??= { type: 'changed', ...place }
      }
    }
  }
  return changed ?? { type: 'missing' }
}

const pseudonym = /person-[0-9a-f]{12}/

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
