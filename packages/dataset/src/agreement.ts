import type { Carries, Diagnostic, Format, Ledger } from '@labelport/format'
import { type Feature, featureNames, type StatementType, statementTypes } from '@labelport/model'

/**
 * What a format declares and what its writer did, where the two contradict. `carries` speaks about
 * features, the ledger about statements; they meet where a feature is a type of statement.
 */
export function disagreements(
  format: Pick<Format, 'id' | 'carries'>,
  ledger: Ledger,
  { defaults }: { readonly defaults: boolean },
): readonly Diagnostic[] {
  return statementTypes.flatMap((type): readonly Diagnostic[] => {
    const { mains, details } = featuresOf[type]
    const lost = ledger.changed[type] + ledger.dropped[type]
    if (mains.every((feature) => format.carries[feature] === undefined)) {
      const kept = ledger.kept[type]
      return kept === 0 ? [] : [contradiction(format.id, type, 'cannot be carried', kept, 'kept')]
    }
    // Options may ask for less than the format can do, so only the default ones are held to `full`.
    if (!defaults || lost === 0 || !carriesFully(format.carries, [...mains, ...details])) return []
    return [contradiction(format.id, type, 'are carried in full', lost, 'changed or dropped')]
  })
}

/** The features that are a statement type as such, and those that are finer points of it. */
const featuresOf: Readonly<
  Record<
    StatementType,
    { readonly mains: readonly Feature[]; readonly details: readonly Feature[] }
  >
> = {
  cell: { mains: ['text'], details: ['cell.hidden', 'tokens', 'table', ...starting('metadata')] },
  span: { mains: ['span'], details: [...starting('span.'), ...starting('origin.')] },
  relation: { mains: ['relation'], details: starting('origin.') },
  answer: {
    mains: ['answer.document', 'answer.row', 'answer.annotation'],
    details: starting('origin.'),
  },
  box: { mains: ['box'], details: [...starting('box.'), ...starting('origin.')] },
  timestamp: { mains: ['timestamp'], details: [...starting('timestamp.'), ...starting('origin.')] },
  comment: { mains: ['comment'], details: starting('comment.') },
}

function starting(prefix: string): readonly Feature[] {
  return featureNames.filter((feature) => feature.startsWith(prefix))
}

function carriesFully(carries: Carries, features: readonly Feature[]): boolean {
  return features.every((feature) => carries[feature] === 'full')
}

function contradiction(
  format: string,
  type: StatementType,
  claim: string,
  count: number,
  fate: string,
): Diagnostic {
  const message = `${format} declares that statements of type ${type} ${claim}, yet ${count} were ${fate}. The ledger is right, the declaration is not.`
  return { severity: 'warning', code: 'engine/carries-contradicted', message }
}
