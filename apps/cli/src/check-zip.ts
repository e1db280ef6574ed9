import { openZip } from '@labelport/archive'
import { chunksOf } from '@labelport/format'
import { openFile, zlibCodec } from '@labelport/node'
import { Failure } from './exit.ts'
import { openPauses } from './pauses.ts'
import type { Session } from './session.ts'

/** Reads every file of a zip to its end, which checks its size and CRC-32. Returns how many there are. */
export async function checkZip(path: string, name: string, session: Session): Promise<number> {
  const file = openFile(path)
  let refused = 0
  try {
    const { entries } = await openZip(file, {
      name,
      codec: zlibCodec,
      report(diagnostic) {
        if (diagnostic.severity === 'error') refused += 1
        session.report(diagnostic)
      },
    })
    const pause = openPauses(session.signal)
    let number = 0
    for (const entry of entries) {
      number += 1
      session.progress.show(`Checking ${number} of ${entries.length}: ${entry.path}`)
      for await (const _ of chunksOf(entry, session.signal)) await pause()
    }
    if (refused > 0) throw new Failure(`${refused} files of the zip cannot be used.`)
    return entries.length
  } finally {
    file.close()
  }
}
