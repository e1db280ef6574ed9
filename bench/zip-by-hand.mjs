import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32, inflateRawSync } from 'node:zlib'

/**
 * The simplest correct way to read a zip: the directory, one positioned read per entry, inflate into an
 * exactly sized buffer, check the CRC. The floor the archive package is measured against.
 */
export function* entriesByHand(path) {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  const end = Buffer.alloc(22)
  readSync(file, end, 0, 22, size - 22)
  const directory = Buffer.alloc(end.readUInt32LE(12))
  readSync(file, directory, 0, directory.length, end.readUInt32LE(16))
  for (let at = 0; at < directory.length; ) {
    const crc = directory.readUInt32LE(at + 16)
    const packed = directory.readUInt32LE(at + 20)
    const full = directory.readUInt32LE(at + 24)
    const nameLength = directory.readUInt16LE(at + 28)
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    const raw = Buffer.allocUnsafe(30 + nameLength + packed)
    readSync(file, raw, 0, raw.length, directory.readUInt32LE(at + 42))
    const bytes = inflateRawSync(raw.subarray(30 + nameLength), { maxOutputLength: full })
    if (bytes.length !== full || crc32(bytes) !== crc) throw new Error(`${name} is damaged`)
    yield { name, bytes }
    at += 46 + nameLength + rest
  }
  closeSync(file)
}
