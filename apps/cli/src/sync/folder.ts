import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '../exit.ts'
import { isHeld, takeLock } from '../lock.ts'
import { beginJournal, type Journal, readJournals } from './journal.ts'
import { gathered, openRecord, type SyncRecord } from './record.ts'
import { readContents, writeContents } from './record-file.ts'

/** A folder that this run may write to. */
export interface SyncFolder {
  readonly record: SyncRecord
  /** Gives the folder back; the last of those who share it puts together what they wrote down. */
  close(): void | Promise<void>
}

/** Opens a folder for one run alone. Throws Failure while others are at work in it. */
export function openAlone(folder: string): SyncFolder {
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(lockOf(folder))
  try {
    const other = readJournals(folder).find((one) => one.alive)
    if (other !== undefined) {
      throw new Failure(
        `A run that shares the folder writes "${other.path}". If it has ended, say so in that file by a line {"ended":true}.`,
      )
    }
    // What a run that died has left.
    putTogether(folder)
    const { record } = begin(folder)
    return {
      record,
      close() {
        putTogether(folder)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Opens a folder that runs share by a queue. Throws Failure while a run has it for itself. */
export async function openShared(folder: string): Promise<SyncFolder> {
  mkdirSync(folder, { recursive: true })
  // First to be seen, then to look: whoever takes the folder for itself does it the other way round.
  const { record, journal } = begin(folder)
  if (!(await isLetGo(lockOf(folder)))) {
    journal.remove()
    throw heldBack(lockOf(folder))
  }
  record.refresh()
  return {
    record,
    async close() {
      journal.end()
      // Somebody else who ends may be at it; then there is nothing left to do, or it is done the next time.
      if (!(await isLetGo(lockOf(folder)))) return
      const lock = takeLock(lockOf(folder))
      try {
        if (!readJournals(folder).some((one) => one.alive)) putTogether(folder)
      } finally {
        lock.release()
      }
    },
  }
}

function lockOf(folder: string): string {
  return join(folder, 'labelport-sync.lock')
}

function begin(folder: string): { readonly record: SyncRecord; readonly journal: Journal } {
  const path = join(folder, 'labelport-sync.json')
  // A file that is something else is found before anything is written.
  readContents(path)
  const journal = beginJournal(folder)
  return { journal, record: openRecord(path, () => readJournals(folder), journal) }
}

/** Moves what stands in journals to the record. Nobody may write to them meanwhile. */
function putTogether(folder: string): void {
  const path = join(folder, 'labelport-sync.json')
  const journals = readJournals(folder)
  if (journals.some(({ entries }) => entries.length > 0)) {
    writeContents(path, gathered(path, journals))
  }
  for (const journal of journals) rmSync(journal.path, { force: true })
}

function heldBack(path: string): Failure {
  return new Failure(`Another run holds "${path}". If none does, delete that file.`)
}

/** Waits up to three seconds for a lock that its holder may need for a moment only. */
async function isLetGo(lock: string): Promise<boolean> {
  for (let looks = 0; isHeld(lock); looks += 1) {
    if (looks === 30) return false
    await pause(100)
  }
  return true
}

/** A name that only those have who share this folder, on whatever machine. */
export async function queueNameOf(folder: string): Promise<string> {
  const path = join(folder, 'labelport-sync.queue')
  try {
    writeFileSync(path, crypto.randomUUID(), { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  for (let looks = 0; looks < 30; looks += 1) {
    const name = readFileSync(path, 'utf8')
    if (name.length >= 36) return name
    // Another process is writing it just now.
    await pause(100)
  }
  throw new Failure(`"${path}" names no queue; delete it when no run is under way.`)
}
