import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

const largest32 = 0xffffffff
const largest16 = 0xffff

/** Writes a zip entry by entry, with zip64 records where numbers need them; only the directory stays in memory. */
export function zipWriter(path) {
  const file = openSync(path, 'w')
  const directory = []
  let offset = 0
  const put = (bytes) => {
    writeSync(file, bytes, 0, bytes.length, offset)
    offset += bytes.length
  }
  return {
    add(name, bytes) {
      const body = deflateRawSync(bytes, { level: 6 })
      const fields = {
        name: Buffer.from(name),
        method: 8,
        crc: crc32(bytes),
        body: body.length,
        size: bytes.length,
        offset,
      }
      put(localHeader(fields))
      put(body)
      directory.push(fields)
    },
    /** An entry of so many zeros, stored; a file system with holes spends nothing on it. */
    addZeros(name, size) {
      const fields = {
        name: Buffer.from(name),
        method: 0,
        crc: crcOfZeros(size),
        body: size,
        size,
        offset,
      }
      put(localHeader(fields))
      offset += size
      directory.push(fields)
    },
    close() {
      const start = offset
      for (const fields of directory) put(centralHeader(fields))
      put(endRecords(directory.length, offset - start, start))
      ftruncateSync(file, offset)
      closeSync(file)
    },
  }
}

function crcOfZeros(size) {
  const zeros = Buffer.alloc(1 << 24)
  let crc = 0
  for (let left = size; left > 0; left -= zeros.length) {
    crc = crc32(left < zeros.length ? zeros.subarray(0, left) : zeros, crc)
  }
  return crc
}

function localHeader(fields) {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  const { size, body } = fields
  const extra = size >= largest32 ? zip64Field([size, body]) : Buffer.alloc(0)
  common(header, 4, fields)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, fields.name, extra])
}

function centralHeader(fields) {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(45, 4)
  const { size, body, offset } = fields
  const wide = [
    ...(size >= largest32 ? [size, body] : []),
    ...(offset >= largest32 ? [offset] : []),
  ]
  const extra = wide.length > 0 ? zip64Field(wide) : Buffer.alloc(0)
  common(header, 6, fields)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(Math.min(offset, largest32), 42)
  return Buffer.concat([header, fields.name, extra])
}

/** The fields both headers share: version, UTF-8 flag, method, a fixed date, sums and sizes. */
function common(header, at, { name, method, crc, body, size }) {
  header.writeUInt16LE(size >= largest32 ? 45 : 20, at)
  header.writeUInt16LE(0x0800, at + 2)
  header.writeUInt16LE(method, at + 4)
  header.writeUInt16LE(0x0021, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(size >= largest32 ? largest32 : body, at + 14)
  header.writeUInt32LE(Math.min(size, largest32), at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

function zip64Field(numbers) {
  const field = Buffer.alloc(4 + 8 * numbers.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * numbers.length, 2)
  for (const [index, number] of numbers.entries())
    field.writeBigUInt64LE(BigInt(number), 4 + 8 * index)
  return field
}

/** The end record, after those of zip64 where the usual one is too narrow. */
function endRecords(count, size, start) {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(Math.min(count, largest16), 8)
  record.writeUInt16LE(Math.min(count, largest16), 10)
  record.writeUInt32LE(Math.min(size, largest32), 12)
  record.writeUInt32LE(Math.min(start, largest32), 16)
  if (count < largest16 && start + size < largest32) return record
  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeUInt16LE(45, 12)
  wide.writeUInt16LE(45, 14)
  for (const [index, number] of [count, count, size, start].entries()) {
    wide.writeBigUInt64LE(BigInt(number), 24 + 8 * index)
  }
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([wide, locator, record])
}
