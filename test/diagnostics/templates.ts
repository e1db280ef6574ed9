import { filesBelow, packages, read } from '../workspace.ts'

/** The message of a code as the sources have it, `…` for what is filled in; undefined without one. */
export function templateOf(code: string, packageName: string): string | undefined {
  const one = packages.find(({ manifest }) => manifest.name === packageName)
  if (one === undefined) return undefined
  // Formats and targets say some things in the words they share.
  const shares = one.kind === 'format' || one.kind === 'target'
  for (const folder of shares ? [one.folder, 'packages/format'] : [one.folder]) {
    for (const path of filesBelow(`${folder}/src`)) {
      const found = templateIn(read(path), code)
      if (found !== undefined) return found
    }
  }
  return undefined
}

const text = /(['`])((?:[^\\]|\\.)*?)\1/.source
const sentence = /^[A-Z"…][^\n]{9,}[.:]?$/

/**
 * The sentence behind a code, whole or without the format's id, in a call or a table; or the one that the
 * `message` before it holds.
 */
export function templateIn(source: string, code: string): string | undefined {
  const what = code.slice(code.indexOf('/') + 1)
  const named = new RegExp(
    `(['"\`](?:${code}|\\$\\{\\w+\\}/${what}|${what})['"\`]|\\b${what}(?=: ['\`]))`,
    'g',
  )
  for (const { 0: found, index } of source.matchAll(named)) {
    const after = source.slice(index + found.length, index + found.length + 400)
    const behind = new RegExp(`^[,:]\\s*(?:[\\w.]+,\\s*)?(?:(?:message|reason):\\s*)?${text}`).exec(
      after,
    )
    const before = source.slice(Math.max(0, index - 400), index)
    const [ahead] = [...before.matchAll(new RegExp(`message =\\s*${text}`, 'g'))].slice(-1)
    for (const match of [behind, ahead]) {
      const said = match?.[2]
        ?.replace(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '…')
        .replaceAll("\\'", "'")
      if (said !== undefined && sentence.test(said)) return said
    }
  }
  return undefined
}
