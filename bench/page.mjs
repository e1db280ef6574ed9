// node bench/page.mjs [--rounds=3] [--large] [--write]: what the page takes to open and to scroll, in a real Chromium.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../scripts/chromium.mjs'
import { serveDemo } from '../scripts/serve-demo.mjs'
import { input, inputSize } from './inputs.mjs'

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 3)
const suites = [
  { title: 'A zip of 2,000 documents, 182 MB unpacked', name: 'a-2.zip' },
  { title: 'A zip of 100,000 small documents', name: 'many-2.zip' },
  { title: 'A zip of 700 long documents, 513 MB unpacked', name: 'half-gigabyte-2.zip' },
]
const chosen = words.includes('--large') || words.includes('--write') ? suites : suites.slice(0, 1)

const executablePath = findChromium()
if (executablePath === undefined)
  throw new Error('No Chromium was found; LABELPORT_CHROMIUM names one.')
await build({ root: 'apps/demo', configFile: 'apps/demo/vite.config.ts', logLevel: 'warn' })

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** The most memory a process of the browser held, in mebibytes. Undefined where the system does not tell. */
async function mostMemory(browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const most = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'latin1'))[1]) / 1024
      } catch {
        return undefined
      }
    })
    .filter((value) => value !== undefined)
  return most.length === 0 ? undefined : Math.max(...most)
}

/** Opens an export in a fresh browser and measures; times in milliseconds. Without a number the page decides who reads. */
async function round(name, wanted) {
  const server = await serveDemo({ root: 'apps/demo/dist', exportPath: input(name) })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const query = wanted === undefined ? '' : `?workers=${wanted}`
    await page.goto(new URL(`/${query}`, server.url).href)
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    )
    // Frames tell whether the page would have answered: the longest wait is the longest freeze.
    await page.evaluate(() => {
      globalThis.waits = []
      let last = performance.now()
      const frame = (now) => {
        globalThis.waits.push(now - last)
        last = now
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    await page.locator('input[type=file]').first().setInputFiles(input(name))
    await page.locator('.reading').waitFor()
    await page.locator('.tabs button', { hasText: 'Overview' }).click()
    await page.locator('.reading').waitFor({ state: 'detached', timeout: 600_000 })
    const workers = page.workers().length
    const opening = await page.evaluate(() => ({
      longest: Math.max(...globalThis.waits),
      // A measure that is missing was taken before the overview hid the document.
      first: performance.getEntriesByName('first-document')[0]?.duration,
      all: performance.getEntriesByName('full-overview')[0]?.duration,
    }))
    await page.getByLabel('Whose copy').selectOption('all')
    const frames = await page.evaluate(async () => {
      const table = document.querySelector('.document-table')
      table.scrollIntoView()
      globalThis.waits = []
      for (let step = 0; step <= 120; step += 1) {
        table.scrollTop = (step / 120) * (table.scrollHeight - table.clientHeight)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      const waits = globalThis.waits.slice(2).sort((a, b) => a - b)
      return { median: waits[Math.floor(waits.length / 2)], worst: waits.at(-1) }
    })
    const plan = await planTime(page)
    const memory = await mostMemory(browser)
    return { paint, ...opening, ...frames, plan, memory, workers }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** What the plan takes of all targets that fit the export, in milliseconds. */
async function planTime(page) {
  await page.locator('.tabs button', { hasText: 'Convert' }).click()
  return await page.evaluate(async () => {
    const start = performance.now()
    while (document.querySelector('table.ranking') === null)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - start
  })
}

const rows = [
  ['first paint', 'paint', 'ms'],
  ['first document', 'first', 'ms'],
  ['full overview', 'all', 'ms'],
  ['longest wait for a frame while opening', 'longest', 'ms'],
  ['a frame while scrolling the table, median', 'median', 'ms'],
  ['a frame while scrolling the table, worst', 'worst', 'ms'],
  ['plan of the targets that fit', 'plan', 'ms'],
  ['most memory of the page with its workers', 'memory', 'MB'],
]

/** The median of a figure; undefined where nothing was measured. */
function figure(results, key) {
  const values = results.map((one) => one[key]).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : median(values)
}

const sections = []
for (const { title, name } of chosen) {
  const [alone, several] = [[], []]
  // In turns, so that what else the machine does meets both.
  for (let count = 0; count < rounds; count += 1) {
    alone.push(await round(name, 1))
    several.push(await round(name))
  }
  const lines = rows.flatMap(([label, key, unit]) => {
    const [one, more] = [figure(alone, key), figure(several, key)]
    if (one === undefined || more === undefined) return []
    return [
      `| ${label} | ${one.toFixed(0)} ${unit} | ${more.toFixed(0)} ${unit} | ${(more / one).toFixed(2)} |`,
    ]
  })
  const { workers } = several[0]
  const head = [
    `## ${title}, ${inputSize(name).toFixed(0)} MB packed`,
    '',
    `| | one worker | ${workers} workers | ratio |`,
    '| --- | --- | --- | --- |',
  ]
  const text = [...head, ...lines, ''].join('\n')
  console.log(text)
  sections.push(text)
}

if (words.includes('--write')) {
  const preface = [
    '# Performance of the page',
    '',
    `Written by \`node bench/page.mjs --write\`: a fresh headless Chromium for every round, ${rounds === 1 ? 'one round' : `median of ${rounds} rounds`}. Inputs`,
    'are generated from seeds (`bench/generate`). The export is opened with `?workers=1` and as it is, in turns; the ratio is of',
    'the second to the first. "First document" and "full overview" are the measures the page itself tells',
    'the browser (`first-document`, `full-overview`), from the moment the export was handed to it. What is read is kept in',
    'memory, so memory grows with what the export holds; what a worker keeps, no other does.',
    '',
    `Machine: ${cpus().length} × ${cpus()[0].model.trim()}, without a graphics card.`,
    '',
  ]
  writeFileSync('docs/page-performance.md', [...preface, ...sections].join('\n'))
}
