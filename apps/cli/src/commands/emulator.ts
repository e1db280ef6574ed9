import { resolve } from 'node:path'
import { sampleProjects, sampleTeam, startEmulator } from '@labelport/emulator'
import { defineCommand } from '../command.ts'
import { loadProjects } from '../emulator/load-projects.ts'
import { faultsOf, scenarioFlags } from '../emulator/scenario.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { inputFlags } from '../input.ts'
import { openLibrary, pluginFlag } from '../library.ts'

/** `labelport emulator`: a Datasaur on this machine. */
export const emulator = defineCommand({
  name: 'emulator',
  about:
    'Runs a local Datasaur until Ctrl-C, to try exports on, with sample projects or those of a folder. It listens on this machine only.',
  flags: {
    port: { type: 'value', value: '<number>', default: '0', help: 'where to listen; 0 is any' },
    projects: {
      type: 'value',
      value: '<folder>',
      help: 'every zip, folder and file in it is a project, which can be exported in every format that can be written',
    },
    'read-option': inputFlags['read-option'],
    schema: inputFlags.schema,
    ...pluginFlag,
    objects: {
      type: 'value',
      value: '<folder>',
      help: 'where exports to EXTERNAL_OBJECT_STORAGE lie as files (storage st-1)',
    },
    cors: { type: 'switch', help: 'pages of other origins may read answers' },
    ...scenarioFlags,
  },
  examples: [
    'labelport emulator --port 4010',
    'labelport emulator --projects exports',
    'labelport emulator --fault unauthorized,cut-download',
    'labelport emulator --scenario bad-day.json',
  ],
  async run({ flags }, session) {
    const faults = faultsOf(flags, session)
    const port = portOf(flags.port)
    const library = await openLibrary(session, flags.plugin)
    const reading = { ...flags, project: undefined, from: undefined }
    const served =
      flags.projects === undefined
        ? sampleProjects
        : await loadProjects(flags.projects, reading, library, session)
    const { formats } = library
    const server = await startEmulator({
      ...{ formats, port, projects: served, cors: flags.cors },
      ...(flags.objects === undefined ? {} : { objectFolder: resolve(session.cwd, flags.objects) }),
    })
    try {
      server.scenario(faults)
      const { url, credentials } = server
      const projects = served.map(({ id, name }) => ({ id, name }))
      session.result({ url, credentials, team: sampleTeam.id, projects }, () => {
        const list = projects.map(({ id, name }) => session.safe(`  ${id}  ${name}`))
        return `A local Datasaur listens on ${url}. Its projects, of team ${sampleTeam.id}:

${list.join('\n')}

Export one from another terminal:

  export LABELPORT_BASE_URL=${url}
  export LABELPORT_CLIENT_ID=${credentials.clientId}
  export LABELPORT_CLIENT_SECRET=${credentials.clientSecret}
  labelport export --project ${projects[0]?.id ?? '<id>'} --out export.zip

Ctrl-C ends.
`
      })
      await stopped(session.signal)
    } finally {
      await server.close()
    }
    return exitCodes.done
  },
})

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port < 65_536) return port
  throw new UsageError(`--port is "${text}"; expected a number from 0 to 65535.`)
}
