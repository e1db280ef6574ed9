// The main job, end to end, on sample data: export from a local Datasaur, read, convert, look.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { pnpm, run } from './process.mjs'
import { serveDemo } from './serve-demo.mjs'

const once = process.argv.includes('--once')
const out = 'out/quickstart'
const cli = 'apps/cli/dist/bin.js'
// A queue, a file that is not there yet and a download that breaks off: the client lives through all three.
const faults = 'statuses,file-missing,cut-download'

function heading(text) {
  console.log(`\n\u2500\u2500 ${text} ${'\u2500'.repeat(Math.max(0, 74 - text.length))}\n`)
}

async function must(command, args, options) {
  const code = await run(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}.`)
}

async function labelport(args, env = {}) {
  console.log(`$ labelport ${args.join(' ')}\n`)
  await must(process.execPath, [cli, ...args], { env: { ...process.env, ...env } })
}

/** Starts the emulator and waits until it has told where it listens. */
function startEmulator() {
  const child = spawn(process.execPath, [cli, 'emulator', '--json', '--fault', faults], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let text = ''
    child.on('error', reject)
    child.on('close', () => reject(new Error('The emulator ended before it was ready.')))
    child.stdout.on('data', (chunk) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end !== -1) resolve({ child, ...JSON.parse(text.slice(0, end)) })
    })
  })
}

async function main() {
  heading('Build')
  const filters = once
    ? ['--filter=labelport...']
    : ['--filter=labelport...', '--filter=@labelport/demo...']
  const [command, args] = pnpm(
    'exec',
    'turbo',
    'run',
    'build',
    ...filters,
    '--output-logs=errors-only',
  )
  await must(command, args)

  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const zip = `${out}/export.zip`

  heading('Export a sample project from a local Datasaur, over HTTP')
  const { child, url, credentials, projects } = await startEmulator()
  try {
    const [project] = projects
    console.log(`The emulator listens on ${url}; project "${project.name}" (${project.id}).\n`)
    await labelport(
      ['export', '--project', project.id, '--format', 'DATASAUR_SCHEMA', '--out', zip],
      {
        LABELPORT_BASE_URL: url,
        LABELPORT_CLIENT_ID: credentials.clientId,
        LABELPORT_CLIENT_SECRET: credentials.clientSecret,
      },
    )
  } finally {
    child.removeAllListeners('close')
    child.kill()
  }

  heading('What is in it')
  await labelport(['inspect', zip, '--cabinet', 'all'])

  heading('Training data for Hugging Face, and an account of every label')
  await labelport(['convert', zip, '--to', 'huggingface', '--out', `${out}/huggingface`])
  console.log(`\nOpen it with: datasets.load_dataset("${out}/huggingface")`)
  if (once) return

  heading('See it')
  const page = await serveDemo({ exportPath: zip })
  console.log(`The page with this export loaded: ${page.url}\nCtrl-C ends.`)
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
