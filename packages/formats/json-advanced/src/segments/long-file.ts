import {
  type Account,
  isLayerNumber,
  labelerInfoFor,
  layersOf,
  printExactly,
} from '@labelport/format'
import type { Annotation, LabeledDocument } from '@labelport/model'
import { keptIn, keptObject } from '../extra.ts'
import { membersOf } from '../write-file.ts'
import { factsWith, noFacts } from './file-facts.ts'
import { fileStart, hasEmptyLists } from './file-start.ts'
import { keepEntries } from './keep-entries.ts'
import { type LateStatements, writeLate } from './late-statements.ts'
import { type PlacedSegment, placeSegment } from './place-segment.ts'
import { printedEntries } from './printed-entries.ts'
import { printedList } from './printed-list.ts'
import { rowsBefore } from './rows-before.ts'
import { type SegmentPlaces, segmentPlaces } from './segment-places.ts'
import { fileTally } from './segment-tally.ts'
import { usedLabels } from './used-labels.ts'

/** A file that is written segment by segment. */
export interface LongFile {
  /** The text that can be handed on with a segment; undefined when the segment depends on those behind it. */
  add(segment: LabeledDocument): Iterable<string> | undefined
  /** What is left of the text. `rest`: the segments that could not be added, put together. */
  close(rest: LabeledDocument | undefined): Iterable<string>
}

/** So many sentences are printed at once. */
const sentencesAtOnce = 256

/** Opens the file of a document whose first segment is given; undefined when it has to be written as a whole. */
export function openLongFile(first: LabeledDocument, account: Account): LongFile | undefined {
  const file = keptObject(keptIn(first.extra), 'file')
  if (!hasEmptyLists(file)) return undefined
  const labelerInfo = labelerInfoFor(first.cabinet?.user, file?.labelerInfo)
  const start = fileStart(first, file, labelerInfo)
  const head = { ...first, cells: [], annotations: [], comments: [] }
  const tally = fileTally(account, head)
  const used = usedLabels()
  const rows = rowsBefore()
  const labels = printedEntries('label')
  const comments = printedEntries('comment')
  const late: LateStatements = { labels: [], comments: [] }
  /** Filled only where something stands before the sentences that the end of the document tells. */
  const sentences = printedList()
  const runs: number[] = []
  let isStarted = false
  let hasSentences = false
  let { schema } = first
  let facts = noFacts
  let statements = 0

  function take(segment: LabeledDocument, placed: PlacedSegment, places: SegmentPlaces): string[] {
    keepEntries(segment, placed, places, { labels, comments, late })
    tally.add(placed.tally, rows.count, places.of)
    rows.add(segment.cells, placed.layout.isWritten)
    statements += segment.annotations.length + segment.comments.length
    facts = { ...facts, hasNew: placed.hasNew }
    schema = segment.schema
    const texts: string[] = []
    if (start !== undefined && !isStarted) texts.push(start)
    isStarted = true
    for (let from = 0; from < placed.sentences.length; from += sentencesAtOnce) {
      const run = placed.sentences.slice(from, from + sentencesAtOnce)
      const text = printExactly(run).slice(1, -1)
      if (start === undefined) runs.push(sentences.add(text))
      else texts.push(hasSentences ? `,${text}` : text)
      hasSentences = true
    }
    return texts
  }

  return {
    add(segment) {
      if (!segment.annotations.every(hasCertainLayer)) return undefined
      const scope = { layers: layersOf(segment), labelerInfo, before: rows, isRest: false }
      const known = factsWith(facts, segment)
      const placed = placeSegment(segment, { ...scope, facts: known })
      if (placed === undefined) return undefined
      facts = known
      const places = segmentPlaces(segment, rows.count, statements)
      used.add(segment.annotations, places.labels)
      return take(segment, placed, places)
    },
    *close(rest) {
      if (rest !== undefined) {
        facts = factsWith(facts, rest)
        schema = rest.schema
        const places = segmentPlaces(rest, rows.count, statements)
        used.add(rest.annotations, places.labels)
        const layers = layersOf({ schema, annotations: used.inOrder(facts) })
        const scope = { layers, labelerInfo, before: rows, facts, isRest: true }
        const placed = placeSegment(rest, scope)
        if (placed !== undefined) yield* take(rest, placed, places)
      }
      writeLate(late, head, labelerInfo, facts, { labels, comments, tally })
      tally.close(facts)
      const layers = layersOf({ schema, annotations: used.inOrder(facts) })
      const lists = {
        sentences: hasSentences ? ['sentences'] : [],
        labels: labels.count() > 0 ? ['labels'] : [],
        comments: comments.count() > 0 ? ['comments'] : [],
      }
      const members = Object.entries(
        membersOf({ document: head, file, labelerInfo, layers }, lists),
      )
      const behind = members.findIndex(([key]) => key === 'sentences') + 1
      if (start !== undefined) yield ']'
      let before = start === undefined ? '{' : ','
      for (const [key, value] of start === undefined ? members : members.slice(behind)) {
        if (value === undefined) continue
        yield `${before}${JSON.stringify(key)}:`
        before = ','
        if (value === lists.sentences) yield* listed(sentences.pieces(runs))
        else if (value === lists.labels) yield* listed(labels.pieces(facts))
        else if (value === lists.comments) yield* listed(comments.pieces(facts))
        else yield printExactly(value)
      }
      yield before === '{' ? '{}' : '}'
    },
  }
}

function* listed(pieces: Iterable<string>): Generator<string> {
  yield '['
  yield* pieces
  yield ']'
}

/** Other label sets get the next free number, and only the end of a document tells which numbers are free. */
function hasCertainLayer(one: Annotation): boolean {
  return (one.type !== 'span' && one.type !== 'relation') || isLayerNumber(one.labelSet)
}
