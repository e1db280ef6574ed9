import { inflateRawSync, unzipSync } from 'node:zlib'
import JSZip from 'jszip'
import { parquetRows } from '../../packages/targets/huggingface/test/written.ts'

/** All text that can be read in a file, also in what is packed inside it. */
export async function everythingIn(path: string, bytes: Uint8Array): Promise<string> {
  const texts = [path, new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(bytes)]
  if (path.endsWith('.parquet')) {
    texts.push(JSON.stringify(await parquetRows(new Map([[path, bytes]])), written))
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    for (const entry of Object.values((await JSZip.loadAsync(bytes)).files)) {
      if (entry.dir) continue
      texts.push(await everythingIn(entry.name, await entry.async('uint8array')))
    }
  }
  for (const unpack of [unzipSync, inflateRawSync]) {
    try {
      texts.push(new TextDecoder().decode(unpack(bytes)))
    } catch {
      // It is not packed this way.
    }
  }
  return texts.join('\n')
}

/** Parquet has integers that JSON has no word for. */
function written(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
