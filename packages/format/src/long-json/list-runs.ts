import type { Source } from '../source.ts'
import type { ListPiece } from './json-scanner.ts'
import { openPieces, type PieceReader } from './piece-reader.ts'

/** Elements of a list that belong to a segment, and where in the list each of them stands. */
export interface SegmentEntries {
  readonly entries: readonly unknown[]
  readonly places: readonly number[]
}

/** A piece of a list and the segments it has elements for. */
interface RunPiece {
  readonly piece: ListPiece
  readonly firstSegment: number
  readonly lastSegment: number
}

/** Pieces in the order of the text. A list has several runs when spans follow timestamps in it, and arrows spans. */
export type ListRun = readonly RunPiece[]

/** Reads what a list has for one segment after the other. */
export interface ListRuns {
  of(segment: number): Promise<SegmentEntries>
  close(): Promise<void>
}

/** Each run takes a stream over the file. */
const mostRuns = 8
/** So much of the list may be held for later segments. In bytes. */
const mostHeld = 2 ** 24

/** The runs of the pieces; undefined when they are too far from the order of the text to be read along with it. */
export function listRunsOf(
  pieces: readonly ListPiece[],
  segmentOf: Uint32Array,
  segments: number,
): readonly ListRun[] | undefined {
  const runs: RunPiece[][] = []
  const held = new Float64Array(segments + 1)
  for (const piece of pieces) {
    let firstSegment = segments
    let lastSegment = 0
    for (let index = piece.first; index < piece.first + piece.count; index += 1) {
      const segment = segmentOf[index] ?? 0
      firstSegment = Math.min(firstSegment, segment)
      lastSegment = Math.max(lastSegment, segment)
    }
    const before = runs.at(-1)?.at(-1)
    const one = { piece, firstSegment, lastSegment }
    if (before !== undefined && before.firstSegment <= firstSegment) runs.at(-1)?.push(one)
    else if (runs.push([one]) > mostRuns) return undefined
    const bytes = piece.to - piece.from
    held[firstSegment] = (held[firstSegment] ?? 0) + bytes
    held[lastSegment] = (held[lastSegment] ?? 0) - bytes
  }
  let bytes = 0
  for (const change of held) {
    bytes += change
    if (bytes > mostHeld) return undefined
  }
  return runs
}

/** Opens a stream for each run. */
export function openListRuns(
  source: Source,
  format: string,
  runs: readonly ListRun[],
  segmentOf: Uint32Array,
  signal?: AbortSignal,
): ListRuns {
  const open = runs.map((run) => openRun(run, openPieces(source, format, signal), segmentOf))
  return {
    async of(segment) {
      const entries: unknown[] = []
      const places: number[] = []
      for (const run of open) await run.addTo(segment, entries, places)
      return { entries, places }
    },
    async close() {
      for (const run of open) await run.close()
    },
  }
}

function openRun(run: ListRun, pieces: PieceReader, segmentOf: Uint32Array) {
  let next = 0
  let held: { readonly read: readonly unknown[]; readonly from: RunPiece }[] = []
  return {
    async addTo(segment: number, entries: unknown[], places: number[]): Promise<void> {
      for (
        let from = run[next];
        from !== undefined && from.firstSegment <= segment;
        from = run[next]
      ) {
        held.push({ read: await pieces.read(from.piece), from })
        next += 1
      }
      for (const { read, from } of held) {
        for (let at = 0; at < read.length; at += 1) {
          const place = from.piece.first + at
          if (segmentOf[place] !== segment) continue
          entries.push(read[at])
          places.push(place)
        }
      }
      held = held.filter(({ from }) => from.lastSegment > segment)
    },
    close: () => pieces.close(),
  }
}
