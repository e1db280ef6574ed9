import {
  type Confidence,
  type Detection,
  detect,
  detectHead,
  type Format,
  FormatError,
  type Head,
  type Report,
  type Sequence,
  type Source,
} from '@labelport/format'
import type { LoadedFile } from './loaded-file.ts'

/** How many files of a project are looked at to learn its format. */
const sampleSize = 8

const rank = { certain: 3, likely: 2, possible: 1, no: 0 } as const satisfies Record<
  Confidence,
  number
>

/**
 * The format of a project: the one that is surest of all sampled files together. Undefined when none fits
 * all of them or several fit equally well; then each file has to tell its own.
 */
export async function formatOfProject(
  files: Sequence<Source>,
  formats: readonly Format[],
  signal?: AbortSignal,
): Promise<Format | undefined> {
  const step = Math.max(1, files.length / sampleSize)
  let least: ReadonlyMap<Format, number> | undefined
  for (let at = 0; at < files.length; at += step) {
    const file = files.at(Math.floor(at))
    if (file === undefined || file.size === 0) continue
    const seen = await candidatesOf(file, formats, signal)
    if (seen === undefined) continue
    const before = least
    least = new Map(
      Array.from(seen)
        .map(([format, sureness]) => {
          const other = before === undefined ? sureness : (before.get(format) ?? 0)
          return [format, Math.min(sureness, other)] as const
        })
        .filter(([, sureness]) => sureness > 0),
    )
  }
  const [first, second] = [...(least ?? [])].sort(([, a], [, b]) => b - a)
  return first !== undefined && first[1] !== second?.[1] ? first[0] : undefined
}

/** Undefined when the file cannot be read: reading it will say why. */
async function candidatesOf(
  file: Source,
  formats: readonly Format[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<Format, number> | undefined> {
  try {
    const { candidates } = await detect(file, formats, signal)
    return new Map(candidates.map(({ format, confidence }) => [format, rank[confidence]]))
  } catch (error) {
    if (FormatError.is(error)) return undefined
    throw error
  }
}

/** The format of one file; undefined, and reported with the reason, when it cannot be told. */
export function formatOfFile(
  file: Pick<LoadedFile, 'glance' | 'head'>,
  usual: Format | undefined,
  formats: readonly Format[],
  report: Report,
): Format | undefined {
  const fits = (head: Head): boolean => (usual?.reader?.sniff(head) ?? 'no') !== 'no'
  if (fits(file.glance)) return usual
  const head = file.head()
  if (fits(head)) return usual
  const detection = detectHead(head, formats)
  if (detection.format === undefined) report(undecided(head, detection))
  return detection.format
}

function undecided(head: Head, { candidates }: Detection): Parameters<Report>[0] {
  const place = { path: head.path }
  if (candidates.length === 0) {
    const begins = head.text === '' ? 'it is empty' : `it begins with ${quote(head.text)}`
    const message = `The file is in none of the known formats: ${begins}. It is not read.`
    return { severity: 'error', code: 'archive/unknown-format', message, place }
  }
  const list = candidates.map(({ format, confidence }) => `${format.id} (${confidence})`).join(', ')
  const message = `The file could be in several formats: ${list}. Name the one it is in.`
  return { severity: 'error', code: 'archive/ambiguous-format', message, place }
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}
