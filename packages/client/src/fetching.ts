import { download } from './download.ts'
import type { Ended, Ending } from './ending.ts'
import { contentOf } from './export-request.ts'
import { nameInLink } from './file-name.ts'
import type { ExportOptions } from './options.ts'
import { awaitFile } from './probe.ts'

/** A finished export whose file is here. */
export interface ExportResult {
  /** Of the export the file came from; links that died may have made it another than the first. */
  readonly exportId: string
  readonly bytes: number
  /** How the server named the file. Absent when it cannot be told. */
  readonly name?: string
}

/** Waits for the file and downloads it; one that is replaced meanwhile is looked at anew. */
export function fetching({ target, verify }: ExportOptions): Ending<ExportResult> {
  return async (session, state, step): Promise<Ended<ExportResult>> => {
    const { exportId, fileUrl } = state
    if (fileUrl === undefined) {
      const message = `Export ${exportId} is made, but the server gives no link to its file.`
      throw session.fail({ code: 'client/no-file-url', message, exportId, retryable: false })
    }
    const requested = { ...state, fileUrl }
    const content = contentOf[state.request.type]
    let found = ''
    for (let look = 0; look <= session.limits.restarts; look += 1) {
      const file = await awaitFile(session, requested, state.deliveredAt, step)
      if (file.type === 'expired') return file
      const job = { requested, file, content, target, verify, ...step }
      const result = await download(session, job)
      if (result.type === 'expired') return result
      if (result.type === 'done') {
        const { bytes } = result
        const name = nameInLink(fileUrl)
        return {
          type: 'done',
          bytes,
          result: { exportId, bytes, ...(name === undefined ? {} : { name }) },
        }
      }
      found = result.found
      step.onEvent({ type: 'restart', exportId, reason: `the file was replaced (${found})` })
    }
    const message = `Export ${exportId}: its file changes while it is downloaded (${found}).`
    throw session.fail({ code: 'client/file-changing', message, exportId, retryable: true })
  }
}
