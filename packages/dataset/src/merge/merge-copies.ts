import { type Account, type Fates, openFates } from '@labelport/format'
import { type Annotation, doubtOf, type LabeledDocument } from '@labelport/model'
import { danglingIn } from '../prepare/dangling.ts'
import { keepAll } from '../prepare/keep-all.ts'
import { numberedCopy } from '../provenance/numbered-copy.ts'
import { copiesOf, marked, sourcesOf } from '../provenance/source-mark.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { mergeComments } from './merge-comments.ts'
import { type MergeRule, stands } from './merge-rule.ts'
import { type MergeCode, reasons } from './reasons.ts'

/** What becomes of the statements of one copy. */
export type CopyFates = Fates<MergeCode>

/**
 * One document of several copies of a file, whose texts are equal and whose schemas were joined. A question has
 * one answer: the one most copies give, of equally many the one of the earliest copy.
 */
export function mergeCopies(
  given: readonly [LabeledDocument, ...LabeledDocument[]],
  rule: MergeRule,
  account: Account,
): LabeledDocument {
  const [first] = given
  if (given.length === 1 && stands(rule, 1, 1) && first.annotations.every(undoubted)) {
    keepAll(account, first)
    return first
  }
  const copies = given.map(numberedCopy)
  const fates = copies.map((copy) => openFates('engine', reasons, account, copy))
  const fatesOf = (copy: number): CopyFates | undefined => fates[copy]
  for (const [at, { annotations }] of copies.entries())
    for (const one of annotations)
      if (!undoubted(one)) fatesOf(at)?.drop(one.type, 'merge-doubted', one.id)

  const clusters = clustersOf(copies, undoubted)
  const chosen = choose(clusters, rule, copies.length)
  for (const cluster of clusters)
    if (!chosen.has(cluster)) dropAll(cluster, 'merge-outvoted', fatesOf)
  const { annotations, idOf } = settle([...chosen], copies.length, fatesOf)
  const comments = mergeComments(copies, idOf, fatesOf)
  for (const [at, { cells }] of copies.entries()) {
    if (at === 0) fatesOf(at)?.keep('cell', cells.length)
    else for (const index of cells.keys()) fatesOf(at)?.drop('cell', 'merge-same', index)
  }
  for (const one of fates) one.close()
  // What a format remembers of one copy is not true of all of them.
  const { cabinet, extra: _, ...rest } = first
  // An id that is a path names the labeler's folder, and this is nobody's own copy.
  const id = cabinet?.folder === undefined ? first.id : first.id.replace(`${cabinet.folder}/`, '')
  const merged: LabeledDocument = { ...rest, id, annotations, comments }
  return marked(merged, copies.flatMap(copiesOf))
}

function undoubted({ origin }: Annotation): boolean {
  return doubtOf(origin) === undefined
}

/** The clusters with votes enough, one for each question and thing. */
function choose(clusters: readonly Cluster[], rule: MergeRule, copies: number): Set<Cluster> {
  const chosen = new Set<Cluster>()
  const bySlot = new Map<string, Cluster>()
  for (const cluster of clusters) {
    if (!stands(rule, cluster.votes, copies)) continue
    chosen.add(cluster)
    if (cluster.slot === undefined) continue
    const rival = bySlot.get(cluster.slot)
    // Clusters come in the order of the copies, so the earlier one keeps its place on a tie.
    if (rival !== undefined && rival.votes >= cluster.votes) {
      chosen.delete(cluster)
      continue
    }
    if (rival !== undefined) chosen.delete(rival)
    bySlot.set(cluster.slot, cluster)
  }
  return chosen
}

function dropAll(
  { members }: Cluster,
  code: MergeCode,
  fatesOf: (copy: number) => CopyFates | undefined,
): void {
  for (const { copy, annotation } of members) {
    fatesOf(copy)?.drop(annotation.type, code, annotation.id)
  }
}

/** Makes one statement of each cluster, under an id that no other has. */
function settle(
  clusters: readonly Cluster[],
  copies: number,
  fatesOf: (copy: number) => CopyFates | undefined,
) {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const drafts = clusters.flatMap((cluster) => {
    const [first] = cluster.members
    if (first === undefined) return []
    const id = freeId(first.annotation.id, taken)
    taken.add(id)
    for (const { copy, annotation } of cluster.members) ids.set(`${copy} ${annotation.id}`, id)
    return [{ cluster, id, ...first }]
  })
  const made = drafts.map(({ cluster, id, copy, annotation }) => ({
    cluster,
    annotation: marked(
      voted(annotation, id, cluster.votes, copies, (one) => ids.get(`${copy} ${one}`)),
      cluster.members.flatMap(({ annotation: said }) => sourcesOf(said)),
    ),
  }))
  const dangling = danglingIn(made.map(({ annotation }) => annotation))
  const annotations: Annotation[] = []
  for (const { cluster, annotation } of made) {
    if (dangling.has(annotation.id)) {
      dropAll(cluster, 'merge-about-left-out', fatesOf)
      continue
    }
    annotations.push(annotation)
    for (const [at, { copy, annotation: own }] of cluster.members.entries()) {
      if (at === 0) fatesOf(copy)?.change(own.type, 'merge-voted', own.id)
      else fatesOf(copy)?.drop(own.type, 'merge-same', own.id)
    }
  }
  const idOf = (copy: number, id: string): string | undefined => {
    const found = ids.get(`${copy} ${id}`)
    return found === undefined || dangling.has(found) ? undefined : found
  }
  return { annotations, idOf }
}

/** The statement of several people: nobody’s own words, with the votes in `extra.merge`. */
function voted(
  annotation: Annotation,
  id: string,
  votes: number,
  copies: number,
  idOf: (id: string) => string | undefined,
): Annotation {
  const common = { id, origin: { by: 'auto' }, extra: { merge: { votes, copies } } } as const
  // No statement is given this id, so such a reference is found to dangle.
  const moved = (one: string): string => idOf(one) ?? ' '
  if (annotation.type === 'relation') {
    return { ...annotation, ...common, from: moved(annotation.from), to: moved(annotation.to) }
  }
  if (annotation.type === 'answer' && annotation.about.type === 'annotation') {
    return {
      ...annotation,
      ...common,
      about: { type: 'annotation', id: moved(annotation.about.id) },
    }
  }
  return { ...annotation, ...common }
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let count = 2; taken.has(id) || id === ' '; count += 1) id = `${wanted}-${count}`
  return id
}
