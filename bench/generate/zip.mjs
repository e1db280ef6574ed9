import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/** Writes a zip entry by entry; only the directory stays in memory. No zip64. */
export function zipWriter(path) {
  const file = openSync(path, 'w')
  const directory = []
  let offset = 0
  const put = (bytes) => {
    writeSync(file, bytes)
    offset += bytes.length
  }
  return {
    add(name, bytes) {
      const body = deflateRawSync(bytes, { level: 6 })
      const fields = {
        name: Buffer.from(name),
        crc: crc32(bytes),
        body: body.length,
        size: bytes.length,
        offset,
      }
      put(localHeader(fields))
      put(body)
      directory.push(fields)
    },
    close() {
      const start = offset
      for (const fields of directory) put(centralHeader(fields))
      put(endRecord(directory.length, offset - start, start))
      closeSync(file)
    },
  }
}

function localHeader({ name, crc, body, size }) {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  common(header, 4, { name, crc, body, size })
  return Buffer.concat([header, name])
}

function centralHeader({ name, crc, body, size, offset }) {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  common(header, 6, { name, crc, body, size })
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

/** The fields both headers share: version, UTF-8 flag, deflate, a fixed date, sums and sizes. */
function common(header, at, { name, crc, body, size }) {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(0x0800, at + 2)
  header.writeUInt16LE(8, at + 4)
  header.writeUInt16LE(0x0021, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(body, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

function endRecord(count, size, start) {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(start, 16)
  return record
}
