import { FormatError } from '@labelport/format'
import { crc32 } from './crc32.ts'

/** Makes a zip, part by part, and hands its bytes out as they come. */
export interface Packer {
  /** Ends the part before and begins one. */
  begin(name: string): Promise<void>
  /** Adds to the part. */
  add(text: string): Promise<void>
  /** Ends the last part and writes the directory. */
  end(): Promise<void>
  /** Bytes that are ready. */
  take(): readonly Uint8Array[]
}

interface PackedPart {
  readonly name: Uint8Array
  readonly offset: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
}

const method = 8
/** Sizes and sum stand behind the data: they are not known before. */
const flags = 0x0008
const version = 20
/** 1980-01-01, the first day a zip can tell; equal documents must give equal bytes. */
const date = 0x0021
const largest = 0xffffffff

/** Opens a packer. What a number of 32 bits cannot tell is refused: spreadsheets do not open such files. */
export function openPacker(): Packer {
  const encoder = new TextEncoder()
  const parts: PackedPart[] = []
  let ready: Uint8Array[] = []
  let at = 0
  let open:
    | { readonly deflate: Deflate; readonly name: Uint8Array; readonly offset: number }
    | undefined
  let size = 0
  let crc = 0
  const put = (bytes: Uint8Array): void => {
    if (bytes.length > 0) ready.push(bytes)
    at += bytes.length
    if (at > largest) throw tooLong()
  }
  const endPart = async (): Promise<void> => {
    if (open === undefined) return
    const { deflate, name, offset } = open
    open = undefined
    const begun = offset + 30 + name.length
    await deflate.end()
    const packedSize = at - begun
    put(numbers([4, 0x08074b50], [4, crc], [4, packedSize], [4, size]))
    parts.push({ name, offset, crc, packedSize, size })
  }
  return {
    async begin(text) {
      await endPart()
      const name = encoder.encode(text)
      const offset = at
      put(numbers([4, 0x04034b50], ...common(0, 0, 0), [2, name.length], [2, 0]))
      put(name)
      size = 0
      crc = 0
      open = { deflate: openDeflate(put), name, offset }
    },
    async add(text) {
      const bytes = encoder.encode(text)
      size += bytes.length
      if (size > largest) throw tooLong()
      crc = crc32(bytes, crc)
      await open?.deflate.add(bytes)
    },
    async end() {
      await endPart()
      const start = at
      for (const { name, offset, crc, packedSize, size } of parts) {
        const head = [4, 0x02014b50] as const
        const sizes = common(crc, packedSize, size)
        const rest = [
          [2, 0],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, offset],
        ] as const
        put(numbers(head, [2, version], ...sizes, [2, name.length], ...rest))
        put(name)
      }
      const length = at - start
      const count = parts.length
      put(
        numbers(
          [4, 0x06054b50],
          [2, 0],
          [2, 0],
          [2, count],
          [2, count],
          [4, length],
          [4, start],
          [2, 0],
        ),
      )
    },
    take() {
      const taken = ready
      ready = []
      return taken
    },
  }
}

/** What both headers of a part say. */
function common(crc: number, packedSize: number, size: number) {
  return [
    ...([
      [2, version],
      [2, flags],
      [2, method],
      [2, 0],
      [2, date],
    ] as const),
    ...([
      [4, crc],
      [4, packedSize],
      [4, size],
    ] as const),
  ] as const
}

/** Numbers of so many bytes each, the lowest byte first. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

interface Deflate {
  add(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  end(): Promise<void>
}

/** The engine's own deflate, which works beside this thread. */
function openDeflate(put: (bytes: Uint8Array) => void): Deflate {
  const stream = new CompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      put(value)
    }
  }
  const reading = read()
  // Whoever adds next hears of it.
  reading.catch(() => {})
  return {
    // Waits until there is room, so that nothing piles up before the engine.
    async add(bytes) {
      await writer.ready
      // What goes wrong here goes wrong in reading, too.
      writer.write(bytes).catch(() => {})
    },
    async end() {
      await writer.close()
      await reading
    },
  }
}

function tooLong(): FormatError {
  const message =
    'The workbook would be longer than 4 GiB, which no spreadsheet opens; write fewer rows at once.'
  return new FormatError({ severity: 'error', code: 'xlsx/too-large', message })
}
