import type { ExportSet } from '@labelport/archive'
import type { Diagnostic } from '@labelport/format'
import type { Cabinet } from '@labelport/model'
import type { Session } from './session.ts'

/** Says that a choice of copies left nothing to read, and which copies there are. */
export function reportNothingSelected(
  { report }: Session,
  found: ExportSet,
  choice: string,
  severity: Diagnostic['severity'],
): void {
  const names = [...new Set(found.projects.flatMap(copiesOf))]
  const there =
    names.length === 0 ? 'No documents were found at all' : `There are: ${names.join(', ')}`
  report({
    severity,
    code: 'cli/nothing-selected',
    message: `No document belongs to the choice "${choice}". ${there}.`,
  })
}

/** How a copy is called: by its folder, else by its role. */
export function cabinetName(cabinet: Cabinet | undefined): string {
  return cabinet === undefined ? 'no copy' : (cabinet.folder ?? cabinet.role)
}

function copiesOf({ cabinets }: ExportSet['projects'][number]): readonly string[] {
  return cabinets.flatMap(({ cabinet, files }) =>
    files.length === 0
      ? []
      : [cabinet === undefined ? 'files of no copy (review)' : cabinetName(cabinet)],
  )
}
