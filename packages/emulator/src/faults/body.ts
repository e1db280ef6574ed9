import type { Reply } from '../reply.ts'

/** The JSON object in a reply's body. */
export function bodyOf(reply: Reply): Readonly<Record<string, unknown>> {
  return JSON.parse(new TextDecoder().decode(reply.body))
}
