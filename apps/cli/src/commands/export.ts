import { existsSync, renameSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { createClient, type ExportResult, type ExportState } from '@labelport/client'
import { downloadTarget } from '@labelport/node'
import { checkZip } from '../check-zip.ts'
import { defineCommand } from '../command.ts'
import { readCredentials } from '../credentials.ts'
import { exitCodes, Failure, UsageError } from '../exit.ts'
import { tellNews } from '../export-news.ts'
import { type StateFile, stateFile } from '../export-state.ts'
import { grouped } from '../table.ts'

/** `labelport export`: a project from Datasaur into a zip that was checked. */
export const exportCommand = defineCommand({
  name: 'export',
  about:
    'Exports a project from Datasaur: asks, waits, downloads, and checks every file of the zip. Reads LABELPORT_CLIENT_ID, LABELPORT_CLIENT_SECRET and LABELPORT_BASE_URL (https://app.datasaur.ai).',
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
    'secret-file': { type: 'value', value: '<path>', help: 'a file that holds the client secret' },
  },
  examples: [
    'labelport export --project Abc123Def45 --out export.zip',
    'labelport export --project Abc123Def45 --out export.zip --resume',
  ],
  async run({ flags }, session) {
    const { project, out } = flags
    if (project === undefined) throw new UsageError('export needs --project <id>.')
    if (out === undefined) throw new UsageError('export needs --out <file.zip>.')
    const credentials = readCredentials(session, flags['secret-file'])
    session.hide(credentials.clientSecret)
    const path = resolve(session.cwd, out)
    if (existsSync(path) && !flags.overwrite) {
      throw new Failure(`"${out}" is there already. Choose another name, or --overwrite.`)
    }
    const state = stateFile(`${path}.state.json`)
    const stored = startOf(state, flags.resume, project)
    const client = createClient(credentials)
    const download = `${path}.download`
    const options = {
      target: downloadTarget(download),
      signal: session.signal,
      onEvent: tellNews(session),
      onState: state.store,
    }
    const fileName = basename(path).replace(/\.zip$/i, '')
    const result: ExportResult = await (stored === undefined
      ? client.exportProject({ projectId: project, format: flags.format, fileName }, options)
      : client.resume(stored, options)
    ).catch((error: unknown) => {
      if (state.unfinished()) session.note('The same command with --resume goes on.')
      throw error
    })
    const files = await checkZip(download, basename(path), session).catch((error: unknown) => {
      session.note(session.safe(`What arrived is kept in ${out}.download.`))
      throw error
    })
    renameSync(download, path)
    state.remove()
    session.result({ out, exportId: result.exportId, bytes: result.bytes, files }, () =>
      session
        .safe(`Wrote ${out}: ${grouped(files)} files, ${grouped(result.bytes)} bytes, all checked.`)
        .concat('\n'),
    )
    return exitCodes.done
  },
})

/** What to go on with; undefined to ask anew. Throws Failure when the two would be mixed up. */
function startOf(state: StateFile, resume: boolean, project: string): ExportState | undefined {
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
  return stored
}
