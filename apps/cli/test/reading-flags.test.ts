import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { herbarium } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'

async function inspected(...words: readonly string[]) {
  const { stdout } = await labelport(['inspect', ...words, '--json'])
  return JSON.parse(stdout)
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(await temporaryFolder(), name)
  await writeFile(file, text)
  return file
}

describe('--read-option', () => {
  const books = 'Text,Genre,Tags\nÀ la mer,novel,sea\n'

  it('sets a format for reading', async () => {
    const file = await fileOf('books.csv', books)
    expect((await inspected(file)).totals.answers).toBe(0)
    const words = ['--read-option', 'csv.answers=Genre,Tags']
    expect((await inspected(file, ...words)).totals.answers).toBe(2)
    expect((await inspected(file, '--from', 'csv', ...words)).totals.answers).toBe(2)
  })

  it('does not touch how a format is written', async () => {
    const out = join(await temporaryFolder(), 'data')
    const options = ['--read-option', 'native.file=other.jsonl', '--to', 'native', '--out', out]
    const { stdout } = await labelport(['convert', herbarium, ...options, '--json'])
    expect(JSON.parse(stdout).files).toMatchObject([{ path: 'documents.labelport.jsonl' }])
  })

  it.each([
    ['wav.rate=1', '--read-option names "wav"'],
    ['conll.scheme=bioes', '--read-option names "conll"'],
    ['csv', 'needs csv.<name>=<value>'],
    ['csv.colour=red', 'csv has no option "colour"'],
  ])('refuses %s', async (option, message) => {
    const { code, stderr } = await labelport(['inspect', herbarium, '--read-option', option])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('--project', () => {
  async function meadow(): Promise<string> {
    const review = join(await temporaryFolder(), 'Meadow-QUJDREVGMTI', 'REVIEW')
    await mkdir(review, { recursive: true })
    await writeFile(join(review, 'klee.txt.tsv'), 'Klee\tB-Pflanze\n')
    return join(review, '..')
  }

  it.each(['Meadow-QUJDREVGMTI', 'QUJDREVGMTI', 'Meadow'])(
    'takes one of several as %s',
    async (which) => {
      const both = [herbarium, await meadow()]
      expect((await inspected(...both)).totals.documents).toBe(3)
      const { totals, projects } = await inspected(...both, '--project', which)
      expect(totals.documents).toBe(1)
      expect(projects).toMatchObject([{ id: 'QUJDREVGMTI' }])
    },
  )

  it('names the projects there are', async () => {
    const { code, stderr } = await labelport(['inspect', herbarium, '--project', 'Moor'])
    expect(code).toBe(2)
    expect(stderr).toContain('"Moor", which is not among the inputs: Herbarium-N2E4MjNlYTc')
  })
})

describe('--schema', () => {
  async function schemaFile(labels: readonly string[]): Promise<string> {
    const set = { id: '0', appliesTo: 'text', labels: labels.map((id) => ({ id, name: id })) }
    const schema = { labelSets: [set], questions: [] }
    const value = {
      ...{ id: 'd', name: 'd', tasks: [], cells: [], media: [], annotations: [], comments: [] },
      schema: '0',
    }
    const lines = [
      { labelport: 1, type: 'schema', id: '0', value: schema },
      { labelport: 1, type: 'document', value },
    ]
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    return fileOf('schema.labelport.jsonl', text)
  }

  it('merges several, so that each tells its part of the labels', async () => {
    const plants = await schemaFile(['Pflanze'])
    const places = await schemaFile(['Ort'])
    const unknownLabels = async (...words: readonly string[]) => {
      const { diagnostics } = await inspected(herbarium, ...words)
      return diagnostics.filter(({ code }: { code: string }) => code === 'tsv-iob/unknown-label')
    }
    expect(await unknownLabels('--schema', plants)).not.toEqual([])
    expect(await unknownLabels('--schema', plants, '--schema', places)).toEqual([])
  })
})
