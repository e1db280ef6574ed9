import { spawn } from 'node:child_process'

/** The pinned pnpm that runs this script, or the one on the path. */
export function pnpm(...args) {
  const self = process.env.npm_execpath
  if (self === undefined) return ['pnpm', args]
  return /\.[cm]?js$/.test(self) ? [process.execPath, [self, ...args]] : [self, args]
}

/** Runs a command with our terminal; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 1))
  })
}

/** Runs a command and collects what it prints; the exit code is part of the result. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
