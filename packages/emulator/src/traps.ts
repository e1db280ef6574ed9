import type { Fault } from './scenario.ts'

/** Something that goes wrong between a client and the platform. */
export interface Trap {
  /** What happens, in one sentence. */
  readonly about: string
  /** The faults that make it happen. None where it takes something else than the server. */
  readonly faults: readonly Fault[]
}

/** The traps, by code: tokens (A), GraphQL (G), queue (Q), links (U), downloads (D), zips (Z), lists (P), webhooks (W), stops (X). */
export const traps = {
  A1: trap('The token expires in the middle of a wait, told by GraphQL.', {
    fault: 'unauthorized',
    stage: 'status',
  }),
  A2: trap('The token expires in the middle of a wait, told by HTTP 401.', {
    fault: 'unauthorized-http',
    stage: 'status',
  }),
  A3: trap('The client credentials are refused.', { fault: 'client-refused' }),
  A4: trap(
    'The token endpoint fails, or answers with a page.',
    { fault: 'token-trouble' },
    { fault: 'token-page', from: 2 },
  ),
  A5: trap('The life of a token is absent, a text, a second, or a word.', {
    fault: 'token-life',
    lifeSeconds: 1,
    always: true,
  }),
  A6: trap('Many exports begin together without a token.'),
  A7: trap('The credentials were replaced: every new token is refused too.', {
    fault: 'unauthorized',
    always: true,
  }),
  G1: trap('A GraphQL error comes with HTTP 200.', {
    fault: 'graphql-error',
    stage: 'request',
    message: 'Project not found',
  }),
  G2: trap('Data and errors come together.', { fault: 'partial-data', stage: 'status' }),
  G3: trap('An older server refuses a field that is asked for.', {
    fault: 'key-unknown',
    always: true,
  }),
  G4: trap('An older server refuses a way of delivery.', { fault: 'method-unknown' }),
  G5: trap('A page, an empty body or a piece of JSON stands for an answer.', {
    fault: 'cut-json',
    stage: 'status',
  }),
  G6: trap(
    'HTTP errors, with and without Retry-After, and connections that break before or after a request was read.',
    { fault: 'http-status', status: 503, stage: 'status' },
    { fault: 'reset-after', stage: 'status', from: 2 },
  ),
  G7: trap('The role may not use a way of delivery.', {
    fault: 'graphql-error',
    stage: 'request',
    message: 'Export method is not allowed for this role',
  }),
  G8: trap(
    'A status comes that nobody knows yet.',
    { fault: 'statuses', statuses: ['ARCHIVING', 'ARCHIVING'] },
    { fault: 'unknown-words', always: true },
  ),
  Q1: trap('The queue is slow.', {
    fault: 'statuses',
    statuses: ['QUEUED', 'QUEUED', 'IN_PROGRESS'],
  }),
  Q2: trap('The status goes back, or is NONE at first.', {
    fault: 'statuses',
    statuses: ['NONE', 'IN_PROGRESS', 'QUEUED'],
  }),
  Q3: trap(
    'The job is not known, for ever.',
    { fault: 'statuses', statuses: ['NONE'], always: true },
    { fault: 'no-job', always: true },
  ),
  Q4: trap('The job fails, with and without a reason.', { fault: 'failed' }),
  Q5: trap('A delivered job says that its progress is 0.', {
    fault: 'statuses',
    statuses: ['QUEUED', 'DELIVERED'],
  }),
  Q6: trap(
    'The job fails, and yet a file lies behind its link.',
    { fault: 'statuses', statuses: ['QUEUED'] },
    { fault: 'failed', from: 2 },
  ),
  Q7: trap('The export is accepted without a link.', { fault: 'no-link' }),
  U1: trap('The file appears later than the job is delivered.', {
    fault: 'file-missing',
    times: 3,
  }),
  U2: trap('The file never appears.', { fault: 'file-missing', always: true }),
  U3: trap('The storage denies access to what is not there yet.', {
    fault: 'access-denied',
    times: 2,
  }),
  U4: trap('The link dies, before the first byte or in the middle.', {
    fault: 'link-expired',
    stage: 'probe',
  }),
  U5: trap('The session behind the link dies early.', { fault: 'session-expired', stage: 'probe' }),
  U6: trap('The storage answers HEAD with 403.'),
  U7: trap('The storage refuses a request that carries a token.'),
  U8: trap('The signature covers every byte of the link.'),
  U9: trap('The storage leads to another host.', { fault: 'moved-host', times: 2 }),
  U10: trap(
    'The storage asks to slow down, or fails.',
    { fault: 'slow-down' },
    { fault: 'internal-error', stage: 'download' },
  ),
  U11: trap('An error document comes with HTTP 200.', { fault: 'error-document' }),
  D1: trap(
    'Ranges are ignored.',
    { fault: 'cut-download' },
    { fault: 'range-ignored', stage: 'download', from: 2 },
  ),
  D2: trap(
    'The connection ends or breaks in the middle.',
    { fault: 'cut-download' },
    { fault: 'reset-download', from: 2 },
  ),
  D3: trap('Nothing comes any more, and the connection stays open.', { fault: 'stall' }),
  D4: trap('More bytes are announced than there are.', { fault: 'length-too-large' }),
  D5: trap('Fewer bytes are announced than there are.', {
    fault: 'length-too-small',
    always: true,
  }),
  D6: trap('The end of the connection stands for the end of the file, too early.', {
    fault: 'length-missing',
  }),
  D7: trap('The last chunk is missing.', { fault: 'chunk-missing' }),
  D8: trap(
    'A part starts elsewhere, or bears another tag.',
    { fault: 'cut-download' },
    { fault: 'other-range', from: 2 },
    { fault: 'other-etag', from: 3 },
  ),
  D9: trap(
    'The file is replaced in the middle.',
    { fault: 'cut-download' },
    { fault: 'file-replaced', from: 2 },
  ),
  D10: trap('The file is empty.', { fault: 'file-empty', always: true }),
  D11: trap('The bytes travel compressed.', { fault: 'compressed', always: true }),
  D12: trap('The file has two gigabytes.', { fault: 'file-huge' }),
  D13: trap('The disk is full, or the target cannot be written.'),
  Z1: trap('The zip holds names and entries that no honest zip holds.', {
    fault: 'odd-zip',
    zip: 'parent-path',
  }),
  P1: trap(
    'Cursors are missing, empty or repeated, pages overlap or are empty, totals change.',
    { fault: 'pages-overlap', times: 3 },
    { fault: 'total-changes', always: true },
  ),
  P2: trap('Projects share a name, or have names that no file can have.'),
  W1: trap('The webhook is called twice.', { fault: 'hook-twice' }),
  W2: trap('The signature of a call is wrong, missing, or of another text.', {
    fault: 'hook-wrong-signature',
  }),
  W3: trap('The call comes before the answer, or never.', { fault: 'hook-early' }),
  W4: trap('The call is a POST, too large, no JSON, or leads into the own network.', {
    fault: 'hook-inner-host',
  }),
  W5: trap('The receiver fails at first and is called again.', { fault: 'hook-twice' }),
  X1: trap('The client is stopped while it waits or downloads.'),
  X2: trap('The process ends after the request.'),
} as const satisfies Record<string, Trap>

/** The code of a trap. */
export type TrapCode = keyof typeof traps

/** All codes, in the order of an export. */
export const trapCodes: readonly TrapCode[] = Object.keys(traps).filter(isTrapCode)

/** Whether a text is the code of a trap. */
export function isTrapCode(code: string): code is TrapCode {
  return Object.hasOwn(traps, code)
}

function trap(about: string, ...faults: readonly Fault[]): Trap {
  return { about, faults }
}
