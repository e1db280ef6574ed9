import { formats } from '@labelport/catalog'
import { type FaultName, faultNames, sampleProjects, startEmulator } from '@labelport/emulator'
import { defineCommand } from '../command.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { listOf } from '../parse.ts'

/** `labelport emulator`: a Datasaur on this machine. */
export const emulator = defineCommand({
  name: 'emulator',
  about:
    'Runs a local Datasaur with sample projects until Ctrl-C, to try exports on. It listens on this machine only.',
  flags: {
    port: { type: 'value', value: '<number>', default: '0', help: 'where to listen; 0 is any' },
    scenario: {
      type: 'values',
      value: '<fault,…>',
      help: `things that go wrong once: ${faultNames.join(', ')}`,
    },
  },
  examples: [
    'labelport emulator --port 4010',
    'labelport emulator --scenario unauthorized,cut-download',
  ],
  async run({ flags }, session) {
    const faults = flags.scenario.flatMap(listOf).map((name) => ({ fault: faultNamed(name) }))
    const server = await startEmulator({ formats, port: portOf(flags.port) })
    try {
      server.scenario(faults)
      const { url, credentials } = server
      const projects = sampleProjects.map(({ id, name }) => ({ id, name }))
      session.result({ url, credentials, projects }, () => {
        const list = projects.map(({ id, name }) => `  ${id}  ${name}`)
        return `A local Datasaur listens on ${url}. Its projects:

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

function faultNamed(name: string): FaultName {
  const found = faultNames.find((fault) => fault === name)
  if (found !== undefined) return found
  throw new UsageError(`--scenario names "${name}". There are: ${faultNames.join(', ')}.`)
}
