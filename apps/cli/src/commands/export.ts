import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineCommand } from '../command.ts'
import { connect, connectionAbout, connectionFlags } from '../connect.ts'
import { exitCodes, Failure, UsageError } from '../exit.ts'
import { tellNews } from '../export-news.ts'
import type { StateFile } from '../export-state.ts'
import { exportZip, stateFileOf } from '../export-zip.ts'
import { grouped } from '../table.ts'

/** `labelport export`: a project from Datasaur into a zip that was checked. */
export const exportCommand = defineCommand({
  name: 'export',
  about: `Exports a project from Datasaur: asks, waits, downloads, and checks every file of the zip. ${connectionAbout}`,
  flags: {
    project: { type: 'value', value: '<id>', help: 'the project, as its address names it' },
    format: {
      type: 'value',
      value: '<FORMAT>',
      default: 'DATASAUR_SCHEMA',
      help: "the platform's name of the format",
    },
    out: { type: 'value', value: '<file.zip>', help: 'where the zip goes' },
    overwrite: { type: 'switch', help: 'replace the file when it is there' },
    resume: { type: 'switch', help: 'go on with an export that was stopped' },
    ...connectionFlags,
  },
  examples: [
    'labelport export --project Abc123Def45 --out export.zip',
    'labelport export --project Abc123Def45 --out export.zip --resume',
  ],
  async run({ flags }, session) {
    const { project, out, format } = flags
    if (project === undefined) throw new UsageError('export needs --project <id>.')
    if (out === undefined) throw new UsageError('export needs --out <file.zip>.')
    const client = connect(session, flags)
    const path = resolve(session.cwd, out)
    if (existsSync(path) && !flags.overwrite) {
      throw new Failure(`"${out}" is there already. Choose another name, or --overwrite.`)
    }
    const state = stateFileOf(path)
    checkStart(state, flags.resume, project)
    const order = { projectId: project, format, path }
    const zip = await exportZip(client, order, session, tellNews(session)).catch(
      (error: unknown) => {
        if (state.unfinished()) session.note('The same command with --resume goes on.')
        throw error
      },
    )
    session.result({ out, ...zip }, () =>
      session
        .safe(
          `Wrote ${out}: ${grouped(zip.files)} files, ${grouped(zip.bytes)} bytes, all checked.`,
        )
        .concat('\n'),
    )
    return exitCodes.done
  },
})

/** Throws Failure when an export that was stopped and one that is asked for would be mixed up. */
function checkStart(state: StateFile, resume: boolean, project: string): void {
  const stored = state.unfinished()
  if (resume && stored === undefined) throw new Failure('There is nothing to resume here.')
  if (!resume && stored !== undefined) {
    throw new Failure(
      `An export to this file was stopped: go on with --resume, or delete "${state.path}" to ask anew.`,
    )
  }
  const request = stored?.request
  if (request?.type === 'project' && request.input.projectId !== project) {
    throw new Failure(`The export that was stopped is of project ${request.input.projectId}.`)
  }
}
