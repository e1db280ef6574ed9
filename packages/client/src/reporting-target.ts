import type { Session } from './session.ts'
import type { DownloadTarget } from './target.ts'

/** The target, with its errors told apart from the network's. */
export function reportingTarget(
  session: Session,
  exportId: string,
  target: DownloadTarget,
): DownloadTarget {
  const reported = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const message = `Export ${exportId}: the download cannot be stored: ${reason}`
      throw session.fail({
        code: 'client/target-failed',
        message,
        exportId,
        retryable: false,
        cause,
      })
    }
  }
  return {
    begin: (file) => reported(() => target.begin(file)),
    write: (chunk) => reported(() => target.write(chunk)),
    restart: () => reported(() => target.restart()),
    finish: () => reported(() => target.finish()),
    keep: () => target.keep(),
  }
}
