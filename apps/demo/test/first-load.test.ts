import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
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

describe('the built page', () => {
  it('loads less than 300 KB, compressed, before it can be used', async () => {
    const files = await built()
    const first = [...files].filter(([name]) => !name.includes('/later-') && !name.endsWith('.map'))
    const bytes = first.reduce((sum, [, content]) => sum + gzipSync(content).length, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(300_000)
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
