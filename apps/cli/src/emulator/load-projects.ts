import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { EmulatedProject } from '@labelport/emulator'
import { Failure } from '../exit.ts'
import { openInput, type ReadingFlags } from '../input.ts'
import type { Library } from '../library.ts'
import type { Session } from '../session.ts'
import { emulatedProject } from './emulated-project.ts'

/**
 * Reads every entry of a folder as a project: a zip, an unpacked export, or a file of a format. What cannot be
 * read is reported; an entry without a document is no project. Throws Failure when nothing is one.
 */
export async function loadProjects(
  folder: string,
  flags: ReadingFlags,
  library: Library,
  session: Session,
): Promise<readonly EmulatedProject[]> {
  const projects: EmulatedProject[] = []
  for (const name of entriesOf(resolve(session.cwd, folder), folder)) {
    const paths = [join(folder, name)]
    const { found } = await openInput(session, library, paths, flags)
    for (const one of found.projects) {
      const only = { ...flags, project: one.folder }
      const { documents } = await openInput(session, library, paths, only)
      const project = await emulatedProject(
        documents(() => true),
        {
          ...{ name, ...one.project },
          taken: new Set(projects.map(({ id }) => id)),
        },
      )
      if (project !== undefined) projects.push(project)
    }
  }
  if (projects.length > 0) return projects
  throw new Failure(`"${folder}" holds no export, no native documents and nothing else to serve.`)
}

function entriesOf(path: string, shown: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .sort()
  } catch (cause) {
    throw new Failure(`The folder "${shown}" of --projects cannot be read.`, { cause })
  }
}
