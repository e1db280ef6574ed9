import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { publicPackages } from './packages.mjs'
import { capture, pnpm } from './process.mjs'

/** Packs every public package, installs the tarballs into an empty project and uses them from there. */
export async function checkInstall() {
  const project = mkdtempSync(join(tmpdir(), 'labelport-install-'))
  const tarballs = join(project, 'tarballs')
  mkdirSync(tarballs)
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let output = ''
  const step = async (name, command, args, accept = () => true) => {
    const result = await capture(command, args, { cwd: project })
    const good = result.code === 0 && accept(result.output)
    counts[good ? 'passed' : 'failed'] += 1
    if (!good) output += `${name}:\n${result.output}\n`
    return good
  }
  try {
    for (const { folder } of publicPackages()) {
      const [command, args] = pnpm('pack', '--pack-destination', tarballs)
      const { code, output: text } = await capture(command, args, { cwd: resolve(folder) })
      if (code !== 0) return { counts: { ...counts, failed: 1 }, output: text }
    }
    writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}\n')
    const files = readdirSync(tarballs).map((name) => `./tarballs/${name}`)
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps']
    if (!(await step('npm install', 'npm', ['install', ...quiet, ...files])))
      return { counts, output }

    const bin = join(project, 'node_modules/labelport/dist/bin.js')
    await step('labelport --help', process.execPath, [bin, '--help'], (text) =>
      text.includes('convert'),
    )
    await step('labelport formats', process.execPath, [bin, 'formats', '--json'], (text) =>
      text.includes('tsv-iob'),
    )
    writeFileSync(join(project, 'fern.txt.tsv'), 'Bracken\tB-Plant\ngrows\tO\nhere\tO\n\n')
    const out = join(project, 'out')
    await step(
      'labelport convert',
      process.execPath,
      [bin, 'convert', 'fern.txt.tsv', '--from', 'tsv-iob', '--to', 'conll', '--out', out],
      () =>
        readdirSync(out).some((name) => readFileSync(join(out, name), 'utf8').includes('B-Plant')),
    )
    for (const { manifest } of publicPackages()) {
      if (manifest.bin !== undefined || manifest.name === '@labelport/format-testing') continue
      const source = `import('${manifest.name}').then((m) => { if (Object.keys(m).length === 0) process.exit(1) })`
      await step(`import ${manifest.name}`, process.execPath, ['--input-type=module', '-e', source])
    }
    return { counts, output }
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}
