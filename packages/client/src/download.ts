import { backoff, retryPauses } from './backoff.ts'
import { contentCheck } from './content-check.ts'
import type { ClientError, ClientErrorCode } from './error.ts'
import type { Content } from './export-request.ts'
import { lookAtEnd } from './look-at-end.ts'
import type { CompleteFile, Step, Verify } from './options.ts'
import { type ReadyFile, signatureText } from './probe.ts'
import { withoutQuery } from './redact.ts'
import { reportingTarget } from './reporting-target.ts'
import type { LinkedExport } from './requested-export.ts'
import type { Session } from './session.ts'
import type { DownloadTarget } from './target.ts'
import { type Sink, transfer } from './transfer.ts'

/** How a download ended without failing. */
export type Downloaded =
  | { readonly type: 'done'; readonly bytes: number }
  | { readonly type: 'expired' }
  | { readonly type: 'replaced'; readonly found: string }

/** What is to be downloaded, and where to. */
export interface Download extends Step {
  readonly requested: LinkedExport
  readonly file: ReadyFile
  readonly content: Content
  readonly target: DownloadTarget
  readonly verify?: Verify | undefined
}

/** Brings a file to its target and finishes it, or leaves what has come for later. */
export async function download(session: Session, job: Download): Promise<Downloaded> {
  const target = reportingTarget(session, job.requested.exportId, job.target)
  let finished = false
  try {
    const result = await fill(session, { ...job, target })
    finished = result.type === 'done'
    return result
  } finally {
    job.file.whole?.close()
    // The download's own error tells more than one from closing what it left.
    if (!finished) await job.target.keep().catch(() => undefined)
  }
}

async function fill(session: Session, job: Download): Promise<Downloaded> {
  const { clock, limits, random } = session
  const { requested, content, target, signal, onEvent } = job
  const { exportId } = requested
  const fail = (
    code: ClientErrorCode,
    text: string,
    retryable: boolean,
    cause?: unknown,
  ): ClientError => {
    const message = `Export ${exportId}: ${text} (${withoutQuery(requested.fileUrl)}).`
    return session.fail({ code, message, exportId, retryable, cause })
  }

  let { file } = job
  const known = {
    ...(file.etag === undefined ? {} : { etag: file.etag }),
    ...(file.total === undefined ? {} : { total: file.total }),
  }
  const progress = file.total === undefined ? {} : { total: file.total }
  let have = await target.begin({ exportId, ...known })
  const sink: Sink = {
    have: () => have,
    async write(chunk) {
      await target.write(chunk)
      have += chunk.length
      onEvent({ type: 'progress', exportId, have, ...progress })
    },
    async restart(reason) {
      onEvent({ type: 'restart', exportId, reason })
      await target.restart()
      have = 0
    },
  }
  if (file.total !== undefined && have > file.total)
    await sink.restart('more bytes than the file has')
  onEvent({ type: 'download', exportId, have, ...progress })

  const check = contentCheck(content)
  check.start(have)
  let pause = backoff(retryPauses, random)
  let farthest = have
  let attempts = 0
  let restarts = 0
  for (;;) {
    const complete = file.total !== undefined && have === file.total
    const arrived = complete
      ? ({ type: 'ended' } as const)
      : await transfer(session, requested, file, { sink, check, signal })
    const result =
      arrived.type === 'ended' && file.ranges
        ? await lookAtEnd(session, requested, file, { have, check, signal })
        : arrived
    const { whole: _, ...again } = file
    file = again
    const wrong =
      result.type === 'ended'
        ? (check.end(have) ?? (await verified(session, job, { exportId, bytes: have, ...known })))
        : result.type === 'wrong'
          ? result.found
          : undefined
    if (wrong !== undefined) {
      await sink.restart(wrong)
      check.start(0)
      restarts += 1
      if (restarts <= limits.restarts) continue
      throw fail('client/not-the-file', `what arrives is not the file: ${wrong}`, true)
    }
    if (result.type === 'ended') {
      await target.finish()
      return { type: 'done', bytes: have }
    }
    if (result.type === 'replaced') return result
    if (result.type === 'wrong') continue
    if (result.type === 'trouble') {
      if (result.kind === 'expired') return { type: 'expired' }
      if (result.kind === 'signature') {
        throw fail('client/signature-refused', signatureText(requested), false)
      }
      if (result.kind === 'refused') {
        throw fail('client/file-refused', `the storage refuses its file, ${result.found}`, false)
      }
    }
    // Only bytes beyond the farthest point are progress: a storage without parts starts over each time.
    if (have > farthest) {
      farthest = have
      attempts = 0
      pause = backoff(retryPauses, random)
    } else attempts += 1
    if (attempts >= limits.attempts) {
      const text = `the download makes no progress after ${attempts} tries, last: ${result.found}`
      throw fail('client/download-interrupted', text, true, result.cause)
    }
    const pauseMs = result.pauseMs ?? pause()
    onEvent({ type: 'retry', exportId, reason: session.redactor.redact(result.found), pauseMs })
    await clock.sleep(pauseMs, signal)
  }
}

/** What the caller's own look at a complete file finds. */
async function verified(
  session: Session,
  { verify }: Download,
  { exportId, bytes, etag }: CompleteFile,
): Promise<string | undefined> {
  try {
    return await verify?.({ exportId, bytes, ...(etag === undefined ? {} : { etag }) })
  } catch (cause) {
    const message = `Export ${exportId}: looking at the download failed.`
    throw session.fail({ code: 'client/verify-failed', message, exportId, retryable: true, cause })
  }
}
