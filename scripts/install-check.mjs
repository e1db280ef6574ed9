import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkCommandLine } from './install-check/command-line.mjs'
import { checkImports } from './install-check/imports.mjs'
import { packAll } from './install-check/pack.mjs'
import { checkThirdParty } from './install-check/third-party.mjs'
import { capture } from './process.mjs'

/** Packs every public package, installs the tarballs into an empty project and uses them from there. */
export async function checkInstall() {
  const project = mkdtempSync(join(tmpdir(), 'labelport-install-'))
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let output = ''
  const record = (name, good, text) => {
    counts[good ? 'passed' : 'failed'] += 1
    if (!good) output += `${name}:\n${text}\n`
    return good
  }
  /** Runs Node in the project; passes when it ends well and `accept` takes what it printed. */
  const step = async (name, args, { accept = () => true } = {}) => {
    const { code, output: text } = await capture(process.execPath, args, { cwd: project })
    return record(name, code === 0 && accept(text), text)
  }
  try {
    const tarballs = await packAll(join(project, 'tarballs'))
    writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}\n')
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps']
    const npm = ['install', ...quiet, ...tarballs, ...testTools()]
    const installed = await capture('npm', npm, { cwd: project })
    if (!record('npm install', installed.code === 0, installed.output)) return { counts, output }
    const bin = join(project, 'node_modules/labelport/dist/bin.js')
    const place = { project, bin, step }
    await checkCommandLine(place)
    await checkImports(place)
    await checkThirdParty(place)
  } catch (error) {
    record('the check itself', false, String(error))
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
  return { counts, output }
}

/** What authors of formats test with, in the versions used here. */
function testTools() {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  return ['vite', 'vitest'].map((name) => `${name}@${devDependencies[name]}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { counts, output } = await checkInstall()
  console.log(
    `${output}${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  )
  process.exitCode = counts.failed > 0 ? 1 : 0
}
