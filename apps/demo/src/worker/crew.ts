import { type HiredReader, hiredReader } from './hired-reader.ts'
import { openReader, type Reader } from './reader.ts'

/** Those who read: this worker, and others that are hired where there is much to read. */
export interface Crew {
  readonly own: Reader
  /** Says how many are needed besides this worker. More come later, those too many leave at once. */
  need(count: number): void
  /** A worker has come. */
  join(number: number, port: MessagePort): void
  /** A worker has ended by itself. Returns whether documents are lost with it. */
  leave(number: number): boolean
  /** Meets everybody who was hired, and who comes later until the function that is returned is called. */
  meet(welcome: (reader: Reader) => void): () => void
}

/** Opens a crew of this worker alone; `hire` asks for as many others as are needed in all. */
export function openCrew(hire: (count: number) => void): Crew {
  const hired = new Map<number, HiredReader>()
  const welcomes = new Set<(reader: Reader) => void>()
  return {
    own: openReader(),
    need(count) {
      for (const [number, reader] of hired) {
        if (number < count) continue
        hired.delete(number)
        reader.end()
      }
      hire(count)
    },
    join(number, port) {
      const reader = hiredReader(port)
      hired.set(number, reader)
      for (const welcome of welcomes) welcome(reader)
    },
    leave(number) {
      const reader = hired.get(number)
      hired.delete(number)
      reader?.end()
      return reader?.holds() ?? false
    },
    meet(welcome) {
      for (const reader of hired.values()) welcome(reader)
      welcomes.add(welcome)
      return () => void welcomes.delete(welcome)
    },
  }
}
