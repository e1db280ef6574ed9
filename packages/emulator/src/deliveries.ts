import type { Fault } from './scenario.ts'
import { checkHookUrl, type HookCall, type HookRetries, hookCall, sendHook } from './webhook.ts'

/** A mail that the emulator would have sent. */
export interface Mail {
  readonly to: string
  readonly exportId: string
  readonly fileUrl: string
}

/** An object in an external storage. */
export interface StoredObject {
  readonly bytes: Uint8Array
  /** ISO 8601. */
  readonly createdAt: string
}

/** Where exports went that were not kept. */
export interface Deliveries {
  readonly outbox: Mail[]
  /** By `<storage id>/<key>`. */
  readonly objects: Map<string, StoredObject>
  /** What the called answered, call by call; 0 is no answer. */
  readonly hookStatuses: number[]
}

/** Nothing delivered yet. */
export function createDeliveries(): Deliveries {
  return { outbox: [], objects: new Map(), hookStatuses: [] }
}

/** Calls a webhook, with the faults that strike it. */
export async function callHook(
  {
    url,
    secret,
    payload,
  }: { readonly url: string; readonly secret: string; readonly payload: object },
  faults: readonly HookFault[],
  { retries, statuses }: { readonly retries: HookRetries; readonly statuses: number[] },
): Promise<void> {
  checkHookUrl(url)
  let calls: readonly HookCall[] = [hookCall(url, secret, payload)]
  for (const { change, fault } of faults) {
    calls = calls.flatMap((call) => change(call, { secret, fault }))
  }
  for (const call of calls) statuses.push(...(await sendHook(call, retries)))
}

/** A fault that strikes a call. */
export interface HookFault {
  readonly change: HookChange
  readonly fault: Fault
}

/** Makes other calls of one. */
export type HookChange = (
  call: HookCall,
  context: { readonly secret: string; readonly fault: Fault },
) => readonly HookCall[]
