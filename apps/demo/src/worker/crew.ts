import { type HiredReader, hiredReader } from './hired-reader.ts'
import type { Reader } from './reader.ts'

/** Those who read: this worker, and others that are hired where there is much to read. */
export interface Crew {
  readonly own: Reader
  /** Says how many are needed besides this worker. More come later, those too many leave at once. */
  need(count: number): void
  /** A worker has come. */
  join(number: number, port: MessagePort): void
  /** A worker has ended by itself. */
  leave(number: number): void
  /** Meets everybody who was hired, and who comes later until the function that is returned is called. */
  meet(welcome: (reader: Reader) => void): () => void
}

/** How a crew is opened. */
export interface CrewOptions {
  /** Asks for so many workers in all. */
  readonly hire: (count: number) => void
  /** Is called when documents are lost with a worker that ended by itself. */
  readonly lost: () => void
  readonly own: Reader
}

/** Opens a crew of this worker alone. */
export function openCrew({ hire, lost, own }: CrewOptions): Crew {
  const hired = new Map<number, HiredReader>()
  const welcomes = new Set<(reader: Reader) => void>()
  const leave = (number: number): void => {
    const reader = hired.get(number)
    hired.delete(number)
    reader?.end()
    if (reader?.holds()) lost()
  }
  return {
    own,
    need(count) {
      for (const [number, reader] of hired) {
        if (number < count) continue
        hired.delete(number)
        reader.end()
      }
      hire(count)
    },
    join(number, port) {
      const reader = hiredReader(port, () => {
        if (hired.get(number) === reader) leave(number)
      })
      hired.set(number, reader)
      for (const welcome of welcomes) welcome(reader)
    },
    leave,
    meet(welcome) {
      for (const reader of hired.values()) welcome(reader)
      welcomes.add(welcome)
      return () => void welcomes.delete(welcome)
    },
  }
}
