import type { HookFault } from './deliveries.ts'
import type { FaultFacts, FaultRow, FaultSettings, Stage } from './fault.ts'
import { graphqlFaults } from './faults/graphql.ts'
import { hookFaults } from './faults/hook.ts'
import { listFaults } from './faults/list.ts'
import { storageFaults } from './faults/storage.ts'
import { tokenFaults } from './faults/token.ts'
import type { Reply } from './reply.ts'

/** Everything that can go wrong. A new fault is a new row in one of these tables. */
const faultTable = {
  ...tokenFaults,
  ...graphqlFaults,
  ...listFaults,
  ...storageFaults,
  ...hookFaults,
} as const satisfies Record<string, FaultRow>

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
  /** The faults that strike the webhook call of an export. */
  hook(project: string | undefined): readonly HookFault[]
}

/** A request and the step it belongs to. */
export interface StagedRequest extends Omit<FaultFacts, 'settings' | 'strike'> {
  readonly stage: Stage
  readonly project: string | undefined
}

interface Strike {
  readonly row: FaultRow
  readonly fault: Fault
  readonly strike: number
}

/** No faults. */
export function createScenario(): Scenario {
  let armed: { readonly fault: Fault; seen: number }[] = []
  const strikes = (stage: Stage, project: string | undefined): readonly Strike[] => {
    const striking: Strike[] = []
    for (const one of armed) {
      const { fault } = one
      const row: FaultRow = faultTable[fault.fault]
      if (!row.stages.includes(stage)) continue
      if (fault.stage !== undefined && fault.stage !== stage) continue
      if (fault.project !== undefined && fault.project !== project) continue
      one.seen += 1
      const strike = one.seen - (fault.from ?? 1)
      const times = fault.always
        ? Number.POSITIVE_INFINITY
        : (fault.times ?? fault.statuses?.length ?? 1)
      if (strike >= 0 && strike < times) striking.push({ row, fault, strike })
    }
    return striking
  }
  return {
    set(faults) {
      armed = faults.map((fault) => ({ fault, seen: 0 }))
    },
    async answer(request, execute) {
      const striking = strikes(request.stage, request.project).map(({ row, fault, strike }) => ({
        row,
        facts: { ...request, settings: fault, strike },
      }))
      for (const { row, facts } of striking) row.before?.(facts)
      let reply: Reply | undefined
      for (const { row, facts } of striking) reply ??= row.instead?.(facts)
      reply ??= await execute()
      for (const { row, facts } of striking) reply = row.after?.(reply, facts) ?? reply
      return reply
    },
    hook: (project) =>
      strikes('hook', project).flatMap(({ row, fault }) =>
        row.call === undefined ? [] : [{ change: row.call, fault }],
      ),
  }
}

/** The steps a fault is made for. */
export function stagesOf(name: FaultName): readonly Stage[] {
  return faultTable[name].stages
}

/** Whether there is such a fault. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name)
}
