import {
  type Client,
  type ClientError,
  type ClientOptions,
  createClient,
  type ExportEvent,
  type ExportOptions,
  type ExportResult,
  type ExportState,
  type MemoryTarget,
  memoryTarget,
} from '@labelport/client'
import {
  type Emulator,
  type EmulatorOptions,
  type Fault,
  type RecordedRequest,
  startEmulator,
} from '@labelport/emulator'
import { afterEach, expect } from 'vitest'
import { watchForLeaks } from './leaks.ts'
import { linesFormat } from './lines-format.ts'
import { type VirtualClock, virtualClock } from './virtual-clock.ts'

/** The sample project that the tests export. */
export const projectId = 'N2E4MjNlYTc'

/** A client and an emulator that share one clock. */
export interface World {
  readonly clock: VirtualClock
  readonly emulator: Emulator
  readonly client: Client
  readonly events: ExportEvent[]
  readonly states: ExportState[]
  readonly target: MemoryTarget
  /** Exports the sample project into the target. */
  run(options?: Partial<ExportOptions>): Promise<ExportResult>
  /** Exports and returns the error that must come. */
  fails(options?: Partial<ExportOptions>): Promise<ClientError>
  /** The requests of one step. */
  seen(stage: RecordedRequest['stage']): readonly RecordedRequest[]
}

const open: Emulator[] = []
const watch = watchForLeaks()

afterEach(async () => {
  const leaks = open.flatMap((emulator) => watch.leaksOf(emulator))
  for (const emulator of open.splice(0)) await emulator.close()
  watch.clear()
  expect(leaks).toEqual([])
})

/** Starts a world in which these things go wrong. It ends with the test. */
export async function world(
  faults: readonly Fault[] = [],
  options: Partial<ClientOptions> = {},
  served: Partial<EmulatorOptions> = {},
): Promise<World> {
  const clock = virtualClock()
  const emulator = await startEmulator({ formats: [linesFormat], clock, ...served })
  open.push(emulator)
  emulator.scenario(faults)
  const { url: baseUrl, credentials } = emulator
  const client = watch.errorsOf(
    createClient({ baseUrl, ...credentials, clock, random: () => 0.5, ...options }),
  )
  const events: ExportEvent[] = []
  const states: ExportState[] = []
  const target = memoryTarget()
  const run = (chosen: Partial<ExportOptions> = {}): Promise<ExportResult> =>
    client.exportProject(
      { projectId, fileName: 'garden notes', format: 'LINES' },
      {
        target,
        onEvent: (event) => {
          watch.saw(event)
          events.push(event)
        },
        onState: (state) => void states.push(state),
        ...chosen,
      },
    )
  return {
    clock,
    emulator,
    client,
    events,
    states,
    target,
    run,
    fails: (chosen) =>
      run(chosen).then(
        () => {
          throw new Error('The export must fail.')
        },
        (error: ClientError) => error,
      ),
    seen: (stage) => emulator.requests().filter((request) => request.stage === stage),
  }
}
