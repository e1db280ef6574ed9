import { call } from './call.ts'
import type { DeliveryVariables } from './delivery.ts'
import { ClientError } from './error.ts'
import type { ExtraInput } from './export-content.ts'
import type { Operation } from './operation.ts'
import { type ExportAnswer, type RequestedExport, readRequestedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** How an export is asked for, whatever it is of. */
export interface Terms {
  readonly delivery: DeliveryVariables
  /** Whether to ask for the name of the object in an external storage. */
  readonly wantsKey: boolean
  readonly signal?: AbortSignal | undefined
}

/** An operation that answers with one field. */
export interface ExportOperation<Variables> {
  readonly document: Document<Variables>
  /** The same operation, asking for the object's name, which older servers refuse. */
  readonly withKey?: Document<Variables>
  readonly variables: Variables
  /** Whether an answer without a link is an error at once. */
  readonly needsLink: boolean
}

type Document<Variables> = Operation<Readonly<Record<string, ExportAnswer>>, Variables>

/** Asks for an export and checks the answer. */
export async function askExport<Variables>(
  session: Session,
  { document, withKey, variables, needsLink }: ExportOperation<Variables>,
  { wantsKey, signal }: Terms,
): Promise<RequestedExport> {
  const ask = async (asked: Document<Variables>): Promise<RequestedExport> => {
    const requestedAt = session.clock.now()
    const answers = await call(session, { document: asked, variables, repeatable: false, signal })
    const [[field, answer] = ['exports', undefined]] = Object.entries(answers)
    return readRequestedExport(session, field, answer, { requestedAt, needsLink })
  }
  if (withKey === undefined || !wantsKey) return ask(document)
  try {
    return await ask(withKey)
  } catch (error) {
    // A request that does not fit the server's schema was not executed.
    if (!ClientError.is(error) || error.code !== 'client/unknown-field') throw error
    return ask(document)
  }
}

/** An input with fields the client does not know. Throws ClientError when it does know one of them. */
export function withExtra<Input extends object>(
  { fail }: Session,
  input: Input,
  extra: ExtraInput = {},
): Input {
  const known = Object.keys(extra).find((name) => Object.hasOwn(input, name))
  if (known === undefined) return { ...extra, ...input }
  const message = `extraInput holds "${known}", which has an option of its own or belongs to the client.`
  throw fail({ code: 'client/bad-input', message, retryable: false })
}
