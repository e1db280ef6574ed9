import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { targets } from '@labelport/catalog'
import { convert, hidePeople } from '@labelport/dataset'
import { sampleProjects } from '@labelport/emulator'
import { type Format, pseudonymsOf } from '@labelport/format'
import { native } from '@labelport/format-native'
import { gallery, writeAll } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from '../apps/cli/test/io.ts'
import { everythingIn } from './people/everything-in.ts'
import { control, named, people } from './people/named.ts'
import { filesBelow } from './people/output.ts'

const samples = sampleProjects.flatMap(({ cabinets }) => cabinets.flatMap((one) => one.documents))
const documents = [...Object.values(gallery), ...samples].map(named)

/** Everything a target writes of one document, as the command line would have it written. */
async function writtenOf(target: Format, document: LabeledDocument): Promise<string> {
  async function* one(): AsyncGenerator<LabeledDocument> {
    yield document
  }
  const chunks = new Map<string, (string | Uint8Array)[]>()
  const hidden = hidePeople(one(), pseudonymsOf(''))
  for await (const part of convert(hidden, target, { report() {} }).parts) {
    if ('chunk' in part) chunks.set(part.path, [...(chunks.get(part.path) ?? []), part.chunk])
    else chunks.set(part.renamedTo, chunks.get(part.path) ?? [])
  }
  const texts: string[] = []
  for (const [path, pieces] of chunks) {
    texts.push(
      await everythingIn(path, new Uint8Array(await new Blob(pieces.map(part)).arrayBuffer())),
    )
  }
  return texts.join('\n')
}

/** A `Blob` takes bytes of a buffer of its own only. */
function part(piece: string | Uint8Array): BlobPart {
  return typeof piece === 'string' ? piece : new Uint8Array(piece)
}

describe.each(targets.map((target) => [target.id, target] as const))('%s', (id, target) => {
  it('tells no e-mail of a person, whatever the document', async () => {
    let found = false
    for (const document of documents) {
      const text = await writtenOf(target, document)
      expect(people.exec(text)?.[0], document.name).toBeUndefined()
      found ||= text.includes(control)
    }
    // A search that could not see into the files would find nothing either.
    expect(found, 'the control is found').toBe(true)
  })

  it.each([
    ['in one go, with provenance', ['--provenance']],
    ['range by range', []],
  ])('tells none either when the command line converts all documents %s', async (_, flags) => {
    const folder = await temporaryFolder()
    const input = join(folder, 'documents.labelport.jsonl')
    const { files } = await writeAll(native, documents)
    for (const bytes of files.values()) await writeFile(input, bytes)
    expect(await readFile(input, 'utf8')).toMatch(people)
    const out = join(folder, 'out')
    const words = [input, '--to', id, '--out', out, ...flags]
    const ran = await labelport(['convert', ...words, '--json'])
    expect(ran.stderr).toBe('')
    for (const path of await filesBelow(out)) {
      const text = await everythingIn(path, await readFile(join(out, path)))
      expect(people.exec(text)?.[0], path).toBeUndefined()
    }
  })
})
