import { readFileSync } from 'node:fs'

const page = 'docs/adding-a-format.md'

/** The files of the page about adding a format, by path. That page is the one home of the example. */
export function filesOfPage() {
  const pattern = /^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm
  const found = [...readFileSync(page, 'utf8').matchAll(pattern)]
  if (found.length === 0) throw new Error(`${page} has no files to take.`)
  return new Map(found.map(([, path, content]) => [path, content]))
}
