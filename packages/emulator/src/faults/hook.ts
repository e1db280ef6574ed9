import type { FaultRow } from '../fault.ts'
import { type HookCall, hookCall } from '../webhook.ts'

const stages = ['hook'] as const

/** What goes wrong when a webhook is called. */
export const hookFaults = {
  'hook-twice': { stages, call: (call) => [call, call] },
  'hook-never': { stages, call: () => [] },
  /** The call comes before the answer to the request for the export. */
  'hook-early': { stages, call: (call) => [call] },
  'hook-post': { stages, call: (call) => [{ ...call, method: 'POST' }] },
  'hook-wrong-signature': {
    stages,
    call: (call) => [signed(call, (signature) => signature.replace(/./g, '0'))],
  },
  'hook-no-signature': {
    stages,
    call: ({ headers: { 'x-datasaur-signature': _, ...headers }, ...call }) => [
      { ...call, headers },
    ],
  },
  'hook-prefixed-signature': {
    stages,
    call: (call) => [signed(call, (signature) => `sha256=${signature}`)],
  },
  'hook-upper-case': { stages, call: (call) => [signed(call, (text) => text.toUpperCase())] },
  /** The signature is of the same JSON, written otherwise. */
  'hook-reserialised': {
    stages,
    call: (call) => [{ ...call, body: JSON.stringify(JSON.parse(call.body), null, 2) }],
  },
  'hook-large': {
    stages,
    call: (call, { secret }) => [again(call, secret, { padding: 'x'.repeat(1_048_576) })],
  },
  'hook-no-json': {
    stages,
    call: ({ url }, { secret }) => {
      const { headers, ...call } = hookCall(url, secret, {})
      const { headers: signature } = hookCall(url, secret, ['no', 'link'])
      return [{ ...call, headers: { ...headers, ...signature }, body: '["no","link"]' }]
    },
  },
  /** The link leads to the machine's own network. */
  'hook-inner-host': {
    stages,
    call: (call, { secret }) => [
      again(call, secret, { fileUrl: 'http://169.254.169.254/latest/meta-data' }),
    ],
  },
} as const satisfies Record<string, FaultRow>

function signed(call: HookCall, change: (signature: string) => string): HookCall {
  const signature = change(call.headers['x-datasaur-signature'] ?? '')
  return { ...call, headers: { ...call.headers, 'x-datasaur-signature': signature } }
}

/** The call with other contents, properly signed. */
function again({ url, body }: HookCall, secret: string, changes: object): HookCall {
  return hookCall(url, secret, { ...JSON.parse(body), ...changes })
}
