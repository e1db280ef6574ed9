import { wellFormed } from '@labelport/format'
import { escapeText, escapeToken } from './escape.ts'
import type { Line, LineGrid } from './line-grid.ts'
import type { Options } from './options.ts'
import type { Labels } from './place-labels.ts'
import type { Sentence } from './sentences.ts'

/** The format and the layers, up to the two empty lines before the first sentence. */
export function headerOf({ hasArrows }: Labels, { spans, arrows }: Options): string {
  const lines = ['#FORMAT=WebAnno TSV 3.3', `#T_SP=${spans.type}|${spans.feature}`]
  // A layer that is named must be in the project, so it is named where it is needed only.
  if (hasArrows) lines.push(`#T_RL=${arrows.type}|${arrows.feature}|BT_${spans.type}`)
  return `${lines.join('\n')}\n\n`
}

/** A sentence: its text, and a line for each token and for each part of one that is labeled. */
export function sentenceText(sentence: Sentence, index: number, labels: Labels): string {
  const { text, tokens, offset } = sentence
  const start = tokens[0] ?? 0
  const lines = text
    .slice(start)
    .split('\n')
    .map((line) => `#Text=${escapeText(line)}`)
  for (let token = 0; 2 * token < tokens.length; token += 1) {
    const { whole, parts } = labels.grid.at(index, token)
    const [from = 0, to = 0] = [tokens[2 * token], tokens[2 * token + 1]]
    const own = whole ?? {
      id: `${index + 1}-${token + 1}`,
      start: from,
      end: to,
      spans: [],
      arrows: [],
    }
    for (const line of [own, ...parts]) {
      const covered = wellFormed(escapeToken(text.slice(line.start, line.end)))
      const place = `${offset + line.start}-${offset + line.end}`
      lines.push(`${[line.id, place, covered, ...columnsOf(line, labels)].join('\t')}\t`)
    }
  }
  return `\n${lines.join('\n')}\n`
}

/** WebAnno ends every column with a tab, the last one too. */
function columnsOf(line: Line, { grid, hasArrows }: Labels): string[] {
  const columns = [stack(line.spans.map((one) => one.value + suffix(one, grid)))]
  if (hasArrows) {
    columns.push(stack(line.arrows.map(({ value }) => value)))
    columns.push(stack(line.arrows.map(({ source }) => source)))
  }
  return columns
}

function suffix(placed: Line['spans'][number], grid: LineGrid): string {
  const number = grid.numberOf(placed)
  return number === undefined ? '' : `[${number}]`
}

function stack(values: readonly string[]): string {
  return values.length === 0 ? '_' : values.join('|')
}
