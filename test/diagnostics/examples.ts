import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats, targets } from '@labelport/catalog'
import {
  bytesOf,
  type Diagnostic,
  type Format,
  FormatError,
  memorySource,
  readDocuments,
  writeDocuments,
} from '@labelport/format'
import { documentArbitrary, gallery } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { openZip } from '../../packages/archive/src/index.ts'
import { oddZips } from '../../packages/archive/test/support/odd-zips.ts'
import { inMemory } from '../../packages/archive/test/support/outcome.ts'
import { filesBelow, packages, root } from '../workspace.ts'

/** The first message of each code that labelport says of the fixtures, the gallery, random documents and odd zips. */
export async function messagesByCode(): Promise<ReadonlyMap<string, string>> {
  const messages = new Map<string, string>()
  const random = fc.sample(documentArbitrary(), { numRuns: 100, seed: 1 })
  const hear = ({ code, message }: Pick<Diagnostic, 'code' | 'message'>): void => {
    if (!messages.has(code)) messages.set(code, message)
  }
  for (const format of [...formats, ...targets]) {
    for (const document of Object.values(gallery)) await hearWriting(format, [document], hear)
    await hearWriting(format, Object.values(gallery), hear)
    await hearWriting(format, random, hear)
  }
  for (const format of formats) await hearReading(format, hear)
  for (const { bytes } of oddZips) await hearOpening(bytes(), hear)
  return messages
}

type Hear = (diagnostic: Pick<Diagnostic, 'code' | 'message'>) => void

async function hearReading(format: Format, hear: Hear): Promise<void> {
  const folder = packages.find(({ id, kind }) => kind === 'format' && id === format.id)?.folder
  for (const path of filesBelow(`${folder}/fixtures`)) {
    const source = memorySource(
      path.slice(`${folder}/fixtures/`.length),
      readFileSync(join(root, path)),
    )
    await listening(hear, async () => {
      for await (const _ of readDocuments(format, source, { report: hear }));
    })
  }
}

async function hearWriting(
  format: Format,
  documents: readonly LabeledDocument[],
  hear: Hear,
): Promise<void> {
  if (format.writer === undefined) return
  await listening(hear, async () => {
    const { parts, ledger } = writeDocuments(format, each(documents), { report: hear })
    for await (const _ of parts);
    for (const { code, reason } of ledger().entries) {
      hear({ code: code as Diagnostic['code'], message: reason })
    }
  })
}

async function hearOpening(bytes: Uint8Array, hear: Hear): Promise<void> {
  await listening(hear, async () => {
    const { entries } = await openZip(inMemory(bytes), { name: 'export.zip', report: hear })
    for (const entry of entries) await listening(hear, async () => void (await bytesOf(entry)))
  })
}

/** Hears also what ends the work. */
async function listening(hear: Hear, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!FormatError.is(error)) throw error
    hear(error.diagnostic)
  }
}

async function* each(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}
