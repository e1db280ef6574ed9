import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineCommand } from '../command.ts'
import { askAgainFlag, connect, connectionAbout, connectionFlags } from '../connect.ts'
import { type ExitCode, exitCodes, Failure, UsageError } from '../exit.ts'
import {
  contentFlags,
  contentOf,
  exportFile,
  type Subject,
  stateFileOf,
  subjectOf,
} from '../export-file.ts'
import { tellNews } from '../export-news.ts'
import { send, sendingFlags, sendingOf } from '../export-sending.ts'
import type { StateFile } from '../export-state.ts'
import { parseCall } from '../parse.ts'
import type { Session } from '../session.ts'
import { counted, grouped } from '../table.ts'

/** `labelport export`: something from Datasaur into a file that was checked. */
export const exportCommand = defineCommand({
  name: 'export',
  about: `Exports a project, a document or the overview of a team from Datasaur: asks, waits, downloads, and checks every file of a zip. ${connectionAbout}`,
  flags: {
    project: { type: 'value', value: '<id>', help: 'the project, as its address names it' },
    document: {
      type: 'value',
      value: '<id>',
      help: 'one copy of a document (labelport documents)',
    },
    'team-overview': { type: 'value', value: '<id>', help: 'the overview of a team' },
    ...contentFlags,
    out: { type: 'value', value: '<file>', help: 'where the file goes' },
    overwrite: { type: 'switch', help: 'replace the file, and the folder of --data' },
    resume: { type: 'switch', help: 'go on with an export that was stopped' },
    to: { type: 'value', value: '<id>', help: 'convert it as well, to this format or target' },
    data: { type: 'value', value: '<folder>', help: 'with --to: where the conversion goes' },
    ...sendingFlags,
    ...askAgainFlag,
    ...connectionFlags,
  },
  examples: [
    'labelport export --project Abc123Def45 --out export.zip',
    'labelport export --project Abc123Def45 --out export.zip --resume',
    'labelport export --project Abc123Def45 --out a.zip --to huggingface --data d',
    'labelport export --project Abc123Def45 --method EMAIL --out export.zip',
  ],
  async run({ flags }, session) {
    const { out, format, to, data } = flags
    const fileTransformerId = flags['file-transformer']
    const subject = subjectFrom(flags)
    if (out === undefined) throw new UsageError('export needs --out <file>.')
    if ((to === undefined) !== (data === undefined)) {
      throw new UsageError('--to and --data come together.')
    }
    const sending = sendingOf(flags, session)
    const path = resolve(session.cwd, out)
    if (sending !== undefined) {
      if (to !== undefined) throw new UsageError('What is sent elsewhere cannot be converted here.')
      const content = contentOf({ format, fileTransformerId, path })
      const sent = await send(connect(session, flags), subject, content, sending, session)
      session.result({ method: sending.method, ...sent }, () =>
        session.safe(`Export ${sent.exportId} was sent (${sending.method}).`).concat('\n'),
      )
      return exitCodes.done
    }
    const client = connect(session, flags, { askAgain: flags['ask-again'] })
    if (existsSync(path) && !flags.overwrite) {
      throw new Failure(`"${out}" is there already. Choose another name, or --overwrite.`)
    }
    const state = stateFileOf(path)
    checkStart(state, flags.resume, subject)
    const order = { subject, format, fileTransformerId, path }
    const file = await exportFile(client, order, session, tellNews(session)).catch(
      (error: unknown) => {
        if (state.unfinished()) session.note('The same command with --resume goes on.')
        throw error
      },
    )
    const size = `${grouped(file.bytes)} bytes`
    const what =
      file.files === undefined ? size : `${counted(file.files, 'file')}, ${size}, all checked`
    const text = session.safe(`Wrote ${out}: ${what}.`)
    if (to !== undefined && data !== undefined) {
      session.note(text)
      return convertTo(out, { to, data, overwrite: flags.overwrite }, session)
    }
    session.result({ out, ...file }, () => `${text}\n`)
    return exitCodes.done
  },
})

/** Converts as the command of that name does by default. */
async function convertTo(
  out: string,
  { to, data, overwrite }: { to: string; data: string; overwrite: boolean },
  session: Session,
): Promise<ExitCode> {
  const { convertCommand } = await import('./convert.ts')
  const words = [out, '--to', to, '--out', data, ...(overwrite ? ['--overwrite'] : [])]
  return convertCommand.run(parseCall(convertCommand, words), session)
}

function subjectFrom(flags: {
  readonly project: string | undefined
  readonly document: string | undefined
  readonly 'team-overview': string | undefined
}): Subject {
  const types = ['project', 'document', 'team-overview'] as const
  const given = types.flatMap((type) => {
    const id = flags[type]
    return id === undefined ? [] : [{ type, id }]
  })
  const [subject] = given
  if (subject !== undefined && given.length === 1) return subject
  throw new UsageError('export needs one of --project, --document and --team-overview.')
}

/** Throws Failure when an export that was stopped and one that is asked for would be mixed up. */
function checkStart(state: StateFile, resume: boolean, subject: Subject): void {
  const stored = state.unfinished()
  if (resume && stored === undefined) throw new Failure('There is nothing to resume here.')
  if (stored === undefined) return
  if (!resume) {
    throw new Failure(
      `An export to this file was stopped: go on with --resume, or delete "${state.path}" to ask anew.`,
    )
  }
  const other = subjectOf(stored)
  if (other?.type === subject.type && other.id === subject.id) return
  throw new Failure(
    `The export that was stopped is of ${other?.type ?? 'something'} ${other?.id ?? 'else'}.`,
  )
}
