import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of a folder, with the folder's own name on top, as the platform packs it. */
export async function zipOf(folder: string): Promise<Buffer> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of names.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const path = `${basename(folder)}${file.slice(folder.length).replaceAll('\\', '/')}`
    const name = Buffer.from(path)
    const content = await readFile(file)
    const packed = deflateRawSync(content)
    // Version 2.0, names in UTF-8, deflated, midnight of 1 January 1980.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt16LE(0x21, 8)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, rest, name]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entries, end])
}
