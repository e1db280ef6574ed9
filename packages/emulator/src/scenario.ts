import type { FaultFacts, FaultRow, FaultSettings, Stage } from './fault.ts'
import { graphqlFaults } from './faults/graphql.ts'
import { storageFaults } from './faults/storage.ts'
import { tokenFaults } from './faults/token.ts'
import type { Reply } from './reply.ts'

/** Everything that can go wrong. A new fault is a new row in one of the three tables. */
const faultTable = { ...tokenFaults, ...graphqlFaults, ...storageFaults } as const satisfies Record<
  string,
  FaultRow
>

/** The name of a fault. */
export type FaultName = keyof typeof faultTable

/** All faults by name, sorted. */
export const faultNames: readonly FaultName[] = Object.keys(faultTable).filter(isFaultName).sort()

/** A fault and when it strikes. */
export interface Fault extends FaultSettings {
  readonly fault: FaultName
}

/** Faults that are lying in wait. */
export interface Scenario {
  /** Replaces all faults; counting starts anew. */
  set(faults: readonly Fault[]): void
  /** Answers a request of a stage, with the faults that strike it. */
  answer(request: StagedRequest, execute: () => Promise<Reply>): Promise<Reply>
}

/** A request and the step it belongs to. */
export interface StagedRequest extends Omit<FaultFacts, 'settings' | 'strike'> {
  readonly stage: Stage
  readonly project: string | undefined
}

/** No faults. */
export function createScenario(): Scenario {
  let armed: { readonly fault: Fault; seen: number }[] = []
  return {
    set(faults) {
      armed = faults.map((fault) => ({ fault, seen: 0 }))
    },
    async answer(request, execute) {
      const striking: { readonly row: FaultRow; readonly facts: FaultFacts }[] = []
      for (const one of armed) {
        const { fault } = one
        const row: FaultRow = faultTable[fault.fault]
        if (!row.stages.includes(request.stage)) continue
        if (fault.stage !== undefined && fault.stage !== request.stage) continue
        if (fault.project !== undefined && fault.project !== request.project) continue
        one.seen += 1
        const strike = one.seen - (fault.from ?? 1)
        const times = fault.always
          ? Number.POSITIVE_INFINITY
          : (fault.times ?? fault.statuses?.length ?? 1)
        if (strike < 0 || strike >= times) continue
        striking.push({ row, facts: { ...request, settings: fault, strike } })
      }
      for (const { row, facts } of striking) row.before?.(facts)
      const instead = striking.find(({ row }) => row.instead !== undefined)
      let reply = instead?.row.instead?.(instead.facts) ?? (await execute())
      for (const { row, facts } of striking) reply = row.after?.(reply, facts) ?? reply
      return reply
    },
  }
}

/** Reads faults from outside. Throws RangeError that names what is wrong. */
export function readFaults(json: unknown): readonly Fault[] {
  if (!Array.isArray(json)) throw new RangeError('Expected a list of faults.')
  return json.map((item: unknown, index) => {
    const name: unknown =
      typeof item === 'object' && item !== null ? Reflect.get(item, 'fault') : undefined
    if (typeof name === 'string' && isFaultName(name)) return { ...Object(item), fault: name }
    throw new RangeError(
      `Fault ${index} is ${JSON.stringify(name)}; expected one of ${faultNames.join(', ')}.`,
    )
  })
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name)
}
