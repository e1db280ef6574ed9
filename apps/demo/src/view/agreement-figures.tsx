import { exactF1, type LabelAgreement, type MatchCounts } from '@labelport/dataset'
import type { Annotation } from '@labelport/model'
import type { CompareView, CopyPair } from '../comparison.ts'
import type { Session } from '../state/session.ts'
import { setTitle } from './label-counts.tsx'
import { Link } from './link.tsx'
import { shareText } from './match-words.ts'
import { counted, grouped, statementNoun } from './words.ts'

interface AgreementFiguresProps {
  readonly session: Session
  readonly comparison: CompareView
}

const types = [
  'span',
  'box',
  'timestamp',
  'relation',
  'answer',
] as const satisfies readonly Annotation['type'][]

/** How far copies agree: by pair, by label, by question, by document. */
export function AgreementFigures({ session, comparison }: AgreementFiguresProps) {
  const { pairs, documents, disagreementCount } = comparison
  const cabinets = session.projects[comparison.project]?.cabinets ?? []
  const used = types.filter((type) =>
    pairs.some(({ agreement }) => total(agreement.counts[type]) > 0),
  )
  const titleOf = ({ one, other }: CopyPair) => (
    <>
      <bdi>{cabinets[one]?.title}</bdi> / <bdi>{cabinets[other]?.title}</bdi>
    </>
  )
  const leftOut = pairs.reduce((sum, { agreement }) => sum + agreement.leftOut, 0)
  const differing = pairs.reduce((sum, { agreement }) => sum + agreement.differentTexts, 0)
  return (
    <div class="agreement">
      <h2>Agreement</h2>
      <p class="lead">
        {counted(documents.length, 'document')} in more than one copy,{' '}
        {counted(disagreementCount, 'disagreement')}.
      </p>
      <section class="panel" aria-labelledby="pairs-title">
        <h3 id="pairs-title">
          By pair <span class="set-type">share of statements both hold exactly alike (F1)</span>
        </h3>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">Copies</th>
              {used.map((type) => (
                <th scope="col" key={type}>
                  {statementNoun(type)}
                </th>
              ))}
              <th scope="col">other label</th>
              <th scope="col">other boundary</th>
              <th scope="col">missing</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.one} ${pair.other}`}>
                <th scope="row">{titleOf(pair)}</th>
                {used.map((type) => (
                  <td key={type}>
                    <Share counts={pair.agreement.counts[type]} />
                  </td>
                ))}
                <td>{grouped(allOf(pair, 'different-label'))}</td>
                <td>{grouped(allOf(pair, 'different-boundary'))}</td>
                <td>{grouped(allOf(pair, 'missing'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Labels comparison={comparison} titleOf={titleOf} />
      <Questions comparison={comparison} titleOf={titleOf} />
      <section class="panel" aria-labelledby="agreed-documents-title">
        <h3 id="agreed-documents-title">By document</h3>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Same</th>
              <th scope="col">Disagreements</th>
            </tr>
          </thead>
          <tbody>
            {[...documents.entries()]
              .sort(([, a], [, b]) => b.disagreements - a.disagreements)
              .slice(0, 200)
              .map(([position, { name, same, disagreements }]) => {
                const first = comparison.disagreements.findIndex((one) => one.document === position)
                const title = <bdi>{name}</bdi>
                return (
                  <tr key={position}>
                    <th scope="row">
                      {first === -1 ? (
                        title
                      ) : (
                        <Link session={session} to={{ disagreement: first }}>
                          {title}
                        </Link>
                      )}
                    </th>
                    <td>{grouped(same)}</td>
                    <td class={disagreements > 0 ? 'conflict' : 'zero'}>
                      {grouped(disagreements)}
                    </td>
                  </tr>
                )
              })}
          </tbody>
        </table>
        {documents.length > 200 && (
          <p class="nothing">The 200 documents with the most disagreements are listed.</p>
        )}
      </section>
      <p class="hint">
        {leftOut > 0 && `${counted(leftOut, 'rejected or undecided statement')} left out. `}
        {differing > 0 && `${counted(differing, 'row')} with different texts. `}
        Boxes count as the same from an overlap (IoU) of 0.5.
      </p>
    </div>
  )
}

interface TableProps {
  readonly comparison: CompareView
  readonly titleOf: (pair: CopyPair) => preact.ComponentChild
}

function Labels({ comparison: { pairs }, titleOf }: TableProps) {
  const keys = new Map<string, LabelAgreement>()
  for (const { agreement } of pairs)
    for (const label of agreement.labels) keys.set(keyOf(label), label)
  if (keys.size === 0) return null
  const find = ({ agreement }: CopyPair, key: string) =>
    agreement.labels.find((label) => keyOf(label) === key)?.counts
  return (
    <section class="panel wide" aria-labelledby="agreed-labels-title">
      <h3 id="agreed-labels-title">
        By label <span class="set-type">F1</span>
      </h3>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Label</th>
            {pairs.map((pair) => (
              <th scope="col" key={`${pair.one} ${pair.other}`}>
                {titleOf(pair)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...keys].map(([key, { label, labelSet, type }]) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{label ?? 'no label'}</bdi>{' '}
                <span class="set-type">
                  {labelSet === undefined ? statementNoun(type) : setTitle(labelSet)}
                </span>
              </th>
              {pairs.map((pair) => (
                <td key={`${pair.one} ${pair.other}`}>
                  <Share counts={find(pair, key)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Questions({ comparison: { pairs }, titleOf }: TableProps) {
  const asked = pairs.flatMap((pair) =>
    pair.agreement.questions.map((question) => ({ pair, question })),
  )
  if (asked.length === 0) return null
  return (
    <section class="panel" aria-labelledby="kappa-title">
      <h3 id="kappa-title">
        By question <span class="set-type">single choices, Cohen's kappa</span>
      </h3>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Copies</th>
            <th scope="col">answered by both</th>
            <th scope="col">equal</th>
            <th scope="col">kappa</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ pair, question: { question, text, items, observed, kappa } }) => (
            <tr key={`${question} ${pair.one} ${pair.other}`}>
              <th scope="row" dir="auto">
                {text}
              </th>
              <td>{titleOf(pair)}</td>
              <td>{grouped(items)}</td>
              <td>{Math.round(observed * 100)} %</td>
              <td>
                <b>{shareText(kappa)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A share with a bar behind it, so that low ones are seen at a glance. */
function Share({ counts }: { readonly counts: MatchCounts | undefined }) {
  const share = counts && exactF1(counts)
  if (counts === undefined || share === undefined)
    return <span class="zero">{shareText(share)}</span>
  const title = `${counts.same} alike of ${counts.one} and ${counts.other}`
  return (
    <span class="share-cell" title={title}>
      <span class="share-bar" aria-hidden="true">
        <span style={{ inlineSize: `${100 * share}%` }} />
      </span>
      <b>{shareText(share)}</b>
    </span>
  )
}

function keyOf({ type, labelSet, label }: LabelAgreement): string {
  return JSON.stringify([type, labelSet, label])
}

function total({ one, other }: MatchCounts): number {
  return one + other
}

function allOf(
  { agreement }: CopyPair,
  type: 'different-label' | 'different-boundary' | 'missing',
) {
  return types.reduce((sum, one) => sum + agreement.counts[one][type], 0)
}
