import type { ContentCheck } from './content-check.ts'
import type { ReadyFile } from './probe.ts'
import type { LinkedExport } from './requested-export.ts'
import type { Session } from './session.ts'
import { type Sink, type Transferred, transfer } from './transfer.ts'

/** Shows the check the end of a file whose beginning another process has downloaded. */
export async function lookAtEnd(
  session: Session,
  requested: LinkedExport,
  file: ReadyFile,
  {
    have,
    check,
    signal,
  }: {
    readonly have: number
    readonly check: ContentCheck
    readonly signal: AbortSignal | undefined
  },
): Promise<Transferred> {
  const from = check.unseenEnd(have)
  if (from === undefined) return { type: 'ended' }
  let at = from
  const nowhere: Sink = {
    have: () => at,
    write: async (chunk) => {
      at += chunk.length
    },
    restart: async () => {
      at = 0
    },
  }
  return transfer(session, requested, file, { sink: nowhere, check, signal })
}
