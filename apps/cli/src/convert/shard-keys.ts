import { createHash } from 'node:crypto'
import type { ExportFile, ExportReader } from '@labelport/archive'
import { joined, type Sequence } from '@labelport/format'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { crc32Of } from './crc32-of.ts'
import { sha256Of } from './data-set-note.ts'
import type { OpenShards, ShardSettings } from './open-shards.ts'

/** Flags that do not change a byte of a shard. */
const neutral = new Set([
  ...['out', 'overwrite', 'jobs', 'part', 'incremental', 'no-loss', 'allow', 'plugin'],
  ...['lock', 'frozen-lock', 'split-lock', 'people-key', 'residue', 'config', 'json', 'help'],
])

/** Names everything that decides what is written, the inputs aside: the program, its flags and what they lead to. */
export function orderKey(
  { version }: Session,
  { pseudonyms, input, placed }: ConversionRequest,
  flags: ConvertFlags,
  { mode, labels, splitLock, begun }: ShardSettings,
): string {
  const set = Object.entries(flags).filter(([name]) => !neutral.has(name))
  return sha256Of(
    JSON.stringify([
      version,
      set.sort(([a], [b]) => (a < b ? -1 : 1)),
      mode,
      begun ?? null,
      input.schema ?? null,
      // Stands for the key the pseudonyms are made with, and cannot be turned back.
      pseudonyms?.of({ name: 'labelport' }) ?? null,
      labels === undefined ? null : [labels.text, labels.box, [...labels.questions]],
      splitLock === undefined
        ? null
        : // Where a survey has put documents is named shard by shard.
          [splitLock.frozen, ...(placed ? [] : [[...splitLock.files], [...splitLock.texts]])],
    ]),
  )
}

/** Names the division of the inputs into shards, and their contents where a zip tells them. */
export function planKey({ files }: Pick<OpenShards, 'files'>): string {
  const shards = Array.from(files, (shard) =>
    Array.from(shard, ({ source: { path, size, crc32 } }) => [path, size, crc32]),
  )
  return sha256Of(JSON.stringify(shards))
}

/** Names what was decided of the documents of a shard with all in sight; undefined when nothing was. */
export function decisionKey(
  { fates, placed }: Pick<ConversionRequest, 'fates' | 'placed'>,
  index: number,
): string | undefined {
  if (fates === undefined && placed === undefined) return undefined
  const hash = createHash('sha256')
  const { files, texts, fileSplits, textSplits } = placed?.[index] ?? {}
  for (const numbers of [fates?.[index], files, texts, fileSplits, textSplits]) {
    hash.update(`${numbers?.length ?? 'none'} `)
    if (numbers !== undefined) hash.update(numbers)
  }
  return hash.digest('hex')
}

/** The names of shards and of the inputs; each is found out once. */
export interface ShardKeys {
  /** Names a shard by the files it is made of, and by what was decided of their documents with all in sight. */
  of(index: number): Promise<string>
  /** See `inputsKey`. */
  inputs(): Promise<string>
}

/** Opens the names. */
export function openShardKeys(
  request: ConversionRequest,
  { reader, files }: Pick<OpenShards, 'reader' | 'files'>,
  signal: AbortSignal,
): ShardKeys {
  const keys = new Map<number, Promise<string>>()
  let inputs: Promise<string> | undefined
  const keyOf = async (index: number): Promise<string> => {
    const key = await shardKey(reader, files[index] ?? [], signal)
    const decided = decisionKey(request, index)
    return decided === undefined ? key : sha256Of(`${key} ${decided}`)
  }
  return {
    of(index) {
      const key = keys.get(index) ?? keyOf(index)
      keys.set(index, key)
      return key
    },
    inputs() {
      inputs ??= inputsKey(request, signal)
      return inputs
    },
  }
}

/** Names a shard by the files it is made of. Files of a zip are not read for it; others are. */
async function shardKey(
  reader: ExportReader,
  files: Sequence<ExportFile>,
  signal: AbortSignal,
): Promise<string> {
  const parts: unknown[] = []
  for (const file of files) {
    const { size } = file.source
    parts.push([await reader.settingOf(file), size, await crc32Of(file.source, signal)])
  }
  return sha256Of(JSON.stringify(parts))
}

/** Names all files of the inputs, those included that no shard reads. */
async function inputsKey(
  { input }: Pick<ConversionRequest, 'input'>,
  signal: AbortSignal,
): Promise<string> {
  const parts: unknown[] = []
  for (const { cabinets, others } of input.found.projects) {
    for (const source of joined([...cabinets.map(({ files }) => files), others])) {
      parts.push([source.path, source.size, await crc32Of(source, signal)])
    }
  }
  return sha256Of(JSON.stringify(parts))
}
