import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isProvenance } from '@labelport/dataset'
import type { Source } from '@labelport/format'
import { fileSource, folderSources } from '@labelport/node'
import { Failure } from '../exit.ts'
import type { Session } from '../session.ts'

/** The provenance files of a data set, whose folder is named or the file itself. Throws Failure when there is none. */
export function provenanceSources({ cwd }: Pick<Session, 'cwd'>, shown: string): readonly Source[] {
  const path = resolve(cwd, shown)
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return [fileSource(path, shown)]
  }
  const names = folderSources(path).map((source) => source.path)
  const found = names.filter(isProvenance)
  if (found.length > 0) return found.map((name) => fileSource(join(path, name), join(shown, name)))
  throw new Failure(`"${shown}" holds no file that convert --provenance wrote.`)
}
