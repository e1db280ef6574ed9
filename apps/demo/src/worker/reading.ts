import { type ExportInput, type ExportProject, openExport, readExport } from '@labelport/archive'
import { type Format, FormatError, limitReports } from '@labelport/format'
import type { Library } from './library.ts'
import type { Outbox } from './outbox.ts'

/** Reads everything that was handed in into the library, telling the outbox what turns up. */
export async function readAll(
  inputs: readonly ExportInput[],
  formats: readonly Format[],
  library: Library,
  outbox: Outbox,
  signal: AbortSignal,
): Promise<void> {
  const { report, close } = limitReports(outbox.report, 100)
  const projects: ExportProject[] = []
  for (const input of inputs) {
    try {
      projects.push(...(await openExport([input], { report, signal })).projects)
    } catch (error) {
      // One archive that cannot be opened does not keep the others shut.
      if (!FormatError.is(error)) throw error
      report(error.diagnostic)
    }
  }
  const documents = readExport(
    { projects },
    {
      formats,
      report,
      signal,
      onProgress: (progress) => outbox.progress(progress),
    },
  )
  let pause = performance.now()
  for await (const document of documents) {
    outbox.found(library.add(document))
    if (performance.now() - pause < 50) continue
    // A turn of the event loop now and then lets a cancel message in.
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
    pause = performance.now()
  }
  close()
}
