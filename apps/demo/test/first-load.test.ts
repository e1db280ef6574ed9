import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { laterTargets } from '@labelport/catalog'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname

/** The built files by name, each with its content. */
async function built(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'silent',
    mode: 'production',
    build: { write: false },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  return new Map(
    outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  )
}

/** The files that are there before the page can be used: all but those for later, and what these import at once. */
function firstFiles(files: ReadonlyMap<string, string | Uint8Array>): ReadonlySet<string> {
  const first = new Set([...files.keys()].filter((name) => !/\/later-|\.map$/.test(name)))
  // A set may grow while it is gone through.
  for (const name of first) {
    const content = files.get(name)
    if (!name.endsWith('.js') || typeof content !== 'string') continue
    for (const [, imported] of content.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g))
      first.add(`assets/${imported}`)
  }
  return first
}

describe('the built page', () => {
  it('loads less than 120 KB, compressed, before it can be used', async () => {
    const files = await built()
    const first = [...firstFiles(files)]
    expect(first.filter((name) => !files.has(name))).toEqual([])
    const sizes = first.map((name) => gzipSync(files.get(name) ?? '').length)
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(120_000)
  })

  it('loads no target and nothing of conversions, and no half of a format, before it can be used', async () => {
    const files = await built()
    const targets = laterTargets.map(({ id }) => `later-target-${id}-`)
    const later = [
      ...targets,
      'later-conversion-',
      'later-exceljs',
      'later-explanations-',
      'later-formats-',
    ]
    const first = firstFiles(files)
    for (const start of later) {
      const names = [...files.keys()].filter((name) => name.startsWith(`assets/${start}`))
      expect(names, start).toHaveLength(1)
      expect(names.filter((name) => first.has(name))).toEqual([])
    }
  })

  it('keeps exactly its own files for offline use', async () => {
    const files = await built()
    const worker = String(files.get('service-worker.js'))
    const kept: unknown = JSON.parse(/const files = (\[.*\])/.exec(worker)?.[1] ?? '[]')
    const own = [...files.keys(), ...readdirSync(`${root}public`)].filter(
      (name) => name !== 'service-worker.js',
    )
    expect(kept).toEqual(own.map((name) => `./${name}`).sort())
    expect(worker).toMatch(/'labelport [0-9a-f]{16}'/)
  })

  it('allows itself nothing of another server', () => {
    const html = readFileSync(`${root}index.html`, 'utf8')
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe/)
  })
})
