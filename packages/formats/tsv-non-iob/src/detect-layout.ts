import type { Layout } from './options.ts'

const header = /^\uFEFF?(?:\r?\n)*#FORMAT=[^\t\n]*(?:\n|$)/
const textLine = /(?:^|\n)#Text=[^\n]*\n(?:\r?\n|\d+-\d+\t\d+-\d+\t)/

/** Which layout the beginning of a file shows. */
export function layoutOf(head: string): Layout {
  return header.test(head) || textLine.test(head) ? 'datasaur-tsv-3' : 'plain'
}
