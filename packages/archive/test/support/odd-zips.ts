import { evilEntries } from './evil-entries.ts'
import { harmlessZips } from './harmless-zips.ts'
import { hopelessFiles } from './hopeless-files.ts'
import type { OddZip } from './odd-zip.ts'

/** Every kind of zip that needs care. */
export const oddZips: readonly OddZip[] = [...evilEntries, ...harmlessZips, ...hopelessFiles]
