import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import JSZip from 'jszip'
import { run } from 'labelport'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversionChoice, PlanView } from '../src/conversion-view.ts'
import { commandLines } from '../src/worker/command-line.ts'
import { perform } from '../src/worker/conversion.ts'
import type { Material } from '../src/worker/order.ts'
import { rehearse } from '../src/worker/rehearsal.ts'
import { zipOf } from '../src/worker/zip.ts'
import { project } from './fixture-zip.ts'
import { readHanded } from './read-handed.ts'

const folder = mkdtempSync(join(tmpdir(), 'labelport-'))
afterAll(() => rmSync(folder, { recursive: true }))
const { signal } = new AbortController()
// As the command line finds them in a folder.
const files = [...project('Visitor notes')].sort((a, b) => (a.path < b.path ? -1 : 1))

async function opened(): Promise<Material> {
  const handed = files.map(({ path, text }) => ({ path, blob: new Blob([text]) }))
  const { library } = await readHanded([{ type: 'folder', name: 'garden', files: handed }])
  return { library, signal, opened: { names: ['garden'], sample: false, reading: {} } }
}

/** What the command in the page's hand writes, by path. */
async function written(command: string): Promise<ReadonlyMap<string, string>> {
  const words = command.split(' ').slice(1)
  const quiet = { write: () => undefined, isTerminal: false }
  const cwd = join(folder, `${Math.floor(performance.now() * 1000)}`)
  mkdirSync(cwd)
  for (const { path, text } of files) {
    const file = join(cwd, 'garden', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const told: string[] = []
  const stderr = { write: (text: string) => void told.push(text), isTerminal: false }
  const status = await run(words, {
    ...{ stdout: quiet, stderr, env: {}, cwd, version: '1.2.3', signal },
  })
  // That the untouched upload stays behind is said, and nothing else.
  expect(told.join('').replace(/^info engine\/root-left-out: .*\n/, '')).toBe('')
  expect(status).toBe(0)
  const out = join(cwd, words[words.indexOf('--out') + 1] ?? '')
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' })
  return new Map(
    paths
      .filter((path) => statSync(join(out, path)).isFile())
      .map((path) => [path, readFileSync(join(out, path), 'latin1')]),
  )
}

async function unpacked(zip: Blob): Promise<ReadonlyMap<string, string>> {
  const { files: entries } = await JSZip.loadAsync(await zip.arrayBuffer())
  const found = new Map<string, string>()
  for (const [path, entry] of Object.entries(entries))
    found.set(path, Buffer.from(await entry.async('uint8array')).toString('latin1'))
  return found
}

const choice: ConversionChoice = {
  project: 0,
  cabinet: 'review',
  targets: [{ format: 'conll', options: {} }],
  preparation: {},
}

async function plans(more: Partial<ConversionChoice>, material: Material, tryOptions = false) {
  const found: PlanView[] = []
  for await (const plan of rehearse({ ...choice, ...more }, tryOptions, material)) found.push(plan)
  return found
}

describe('what the page converts', () => {
  let material: Material
  beforeAll(async () => {
    material = await opened()
  })

  it.each<[string, Partial<ConversionChoice>]>([
    ['as it is', {}],
    ['with options', { targets: [{ format: 'conll', options: { scheme: 'bioes' } }] }],
    [
      'to Hugging Face, split',
      {
        targets: [{ format: 'huggingface', options: {} }],
        preparation: { split: 'train=0.5,test=0.5' },
      },
    ],
    ['merged', { preparation: { merge: 'majority' } }],
    [
      'with names',
      {
        targets: [{ format: 'jsonl', options: { people: 'names' } }],
        cabinet: 'all',
        preparation: { people: 'names' },
      },
    ],
    [
      'with pseudonyms',
      { targets: [{ format: 'json', options: {} }], preparation: { people: 'pseudonyms' } },
    ],
    [
      'filtered, in windows',
      {
        targets: [{ format: 'jsonl', options: {} }],
        preparation: { label: 'Plant,Place', deduplicate: 'true', window: '40', stride: '20' },
      },
    ],
  ])('is byte by byte what the command it hands out writes: %s', async (_, more) => {
    const wanted = { ...choice, ...more }
    const { outcome, files: listed } = await perform(wanted, undefined, material)
    if (outcome.type !== 'zip') throw new Error('A zip was expected.')
    const [command = ''] = commandLines(material.opened, wanted)
    const found = await unpacked(outcome.zip)
    expect(found).toEqual(await written(command))
    expect([...found.keys()].sort()).toEqual(listed.map(({ path }) => path))
    expect(found.size).toBeGreaterThan(0)
  })

  it('calls people by pseudonyms in training data, and by names only where they are asked for', async () => {
    const text = async (more: Partial<ConversionChoice>) => {
      const { outcome } = await perform({ ...choice, ...more }, undefined, material)
      if (outcome.type !== 'zip') throw new Error('A zip was expected.')
      return [...(await unpacked(outcome.zip)).values()].join('\n')
    }
    const targets = [{ format: 'jsonl', options: { people: 'names' } }]
    const names = /Ivy|Moss|Head Gardener|@example\.org/
    expect(await text({ targets })).not.toMatch(names)
    expect(await text({ targets })).toMatch(/person-[0-9a-f]{12}/)
    expect(await text({ targets, preparation: { people: 'names' } })).toMatch(names)
    expect(await text({ targets: [{ format: 'native', options: {} }] })).toMatch(names)
  })

  it('puts every target in a folder of its own where there are several', async () => {
    const targets = ['conll', 'jsonl'].map((format) => ({ format, options: {} }))
    const { files: listed, targets: told } = await perform(
      { ...choice, targets },
      undefined,
      material,
    )
    expect(new Set(listed.map(({ path }) => path.split('/')[0]))).toEqual(
      new Set(['conll', 'jsonl']),
    )
    expect(told.map(({ format }) => format)).toEqual(['conll', 'jsonl'])
  })

  it('ranks targets by what they would lose, and tells what the conversion itself tells', async () => {
    const targets = ['conll', 'jsonl', 'huggingface'].map((format) => ({ format, options: {} }))
    const [plan, more] = await plans({ targets }, material)
    expect(more).toBeUndefined()
    const dropped = plan?.targets.map(({ ledger }) =>
      Object.values(ledger.dropped).reduce((sum, count) => sum + count, 0),
    )
    expect(dropped).toEqual([...(dropped ?? [])].sort((a, b) => a - b))
    const { targets: told } = await perform({ ...choice, targets }, undefined, material)
    for (const { format, ledger } of told)
      expect(plan?.targets.find((one) => one.format === format)?.ledger).toEqual(ledger)
  })

  it('tells the plan at once, and then the options that lose less, which they do', async () => {
    const [first, second] = await plans({}, material, true)
    expect(first?.targets[0]?.remedies).toBeUndefined()
    const [remedy] = second?.targets[0]?.remedies ?? []
    const [name = '', value = ''] = remedy?.option.split('=') ?? []
    const targets = [{ format: 'conll', options: { [name]: value } }]
    const [better] = await plans({ targets }, material)
    expect(better?.targets[0]?.ledger.dropped).toEqual(remedy?.dropped)
    expect(better?.targets[0]?.ledger.dropped.span).toBeLessThan(
      first?.targets[0]?.ledger.dropped.span ?? 0,
    )
  })

  it('says which target cannot be divided, and plans the others', async () => {
    const targets = ['json', 'conll'].map((format) => ({ format, options: {} }))
    const preparation = { split: 'train=0.5,test=0.5' }
    const [plan] = await plans({ targets, preparation }, material)
    expect(plan?.refused).toMatchObject([
      { format: 'json', diagnostic: { code: 'engine/no-splits' } },
    ])
    expect(plan?.targets.map(({ format }) => format)).toEqual(['conll'])
    const refusal = perform({ ...choice, targets, preparation }, undefined, material)
    await expect(refusal).rejects.toMatchObject({ diagnostic: { code: 'engine/no-splits' } })
  })

  it.each([
    [{ split: 'train' }, 'engine/bad-split'],
    [{ 'deduplicate-near': '7' }, 'engine/bad-option'],
    [{ stride: '5' }, 'engine/bad-option'],
    [{ window: 'many' }, 'engine/bad-window'],
    [{ merge: 'dice' }, 'engine/bad-option'],
  ])('takes no value it does not understand: %j', async (preparation, code) => {
    await expect(plans({ preparation }, material)).rejects.toMatchObject({ diagnostic: { code } })
  })
})

describe('zipOf', () => {
  it('makes the same zip of the same files', async () => {
    const two = await Promise.all(
      [1, 2].map(async () => {
        const zip = await zipOf(new Map([['a/b.txt', new Blob(['ü'])]]), signal)
        return Buffer.from(await zip.arrayBuffer())
      }),
    )
    expect(two[0]).toEqual(two[1])
  })
})
