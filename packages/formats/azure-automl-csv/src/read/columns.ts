import type { CsvRecord } from '@labelport/format'
import { isList } from '../python-list.ts'
import type { Scope } from './read.ts'

/** Where text and labels stand in a table, from 0. */
export interface TableColumns {
  readonly text: number
  /** Absent when no column holds labels. */
  readonly labels?: number
}

const labelNames = /^(labels?|class(es)?|category|categories|tags?)$/i
const textNames = /^(text|sentence|content|document|body)$/i

/**
 * Finds the column of labels: the one that is named, one whose cells are lists, one that is headed like
 * labels, or the second of two. The text is the one that is named, one headed like text, or the first other.
 */
export function columnsOf(
  header: readonly string[],
  records: readonly CsvRecord[],
  { options, tell }: Scope,
): TableColumns {
  const find = (option: 'labels' | 'column'): number | undefined => {
    const wanted = options[option]
    if (wanted === '') return undefined
    const column = header.indexOf(wanted)
    if (column !== -1) return column
    const message = `The option "${option}" names "${wanted}", but there is no such column. Found: ${header.join(', ')}.`
    tell('warning', 'no-such-column', message, 1)
    return undefined
  }
  const listed = header.findIndex((_, column) => {
    const cells = records.map(({ fields }) => fields[column] ?? '').filter((cell) => cell !== '')
    return cells.length > 0 && cells.every(isList)
  })
  const headed = header.findIndex((name) => labelNames.test(name.trim()))
  const guesses = [listed, headed, header.length === 2 ? 1 : -1]
  const labels = find('labels') ?? guesses.find((column) => column !== -1)
  const others = [...header.keys()].filter((column) => column !== labels)
  const said = others.find((column) => textNames.test((header[column] ?? '').trim()))
  const text = find('column') ?? said ?? others[0] ?? 0
  return { text, ...(labels !== undefined && labels !== text && { labels }) }
}
