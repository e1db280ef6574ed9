import { refusalError } from './refusal.ts'

/** The error of an entry whose bytes are not what the directory says. */
export function damagedEntry(path: string, what: string, cause?: unknown): Error {
  const message = `The entry is damaged: ${what}.`
  return refusalError(path, { code: 'archive/damaged-entry', message }, cause)
}

/** The error of an entry whose checksum is wrong. */
export function wrongCrc(path: string, expected: number, found: number): Error {
  const hex = (crc: number): string => crc.toString(16).padStart(8, '0')
  const message = `The entry is damaged: its CRC-32 is ${hex(found)} and should be ${hex(expected)}.`
  return refusalError(path, { code: 'archive/wrong-crc', message })
}
