import { type Format, type Ledger, lossOf } from '@labelport/format'
import { emptySchema, type Feature, featureNames, type LabeledDocument } from '@labelport/model'
import { type ConvertContext, convert } from './convert.ts'

/** What a conversion would do. */
export interface Plan {
  /** Id of the format. */
  readonly format: string
  /** What the conversion's own ledger will be: the same writer ran, its output was thrown away. */
  readonly ledger: Ledger
  /** What the format has no place for at all or keeps in another form, in the order of the features. */
  readonly features: readonly FeatureLoss[]
}

/** How many facts of a feature a format does not keep as they are. */
export interface FeatureLoss {
  readonly feature: Feature
  readonly effect: 'dropped' | 'changed'
  /** A schema and a project count once for a run of documents that share them. */
  readonly count: number
}

/** Rehearses a conversion. Numbers are kept, facts are not, so memory does not grow with the documents. */
export async function plan(
  documents: AsyncIterable<LabeledDocument>,
  format: Format,
  context: ConvertContext,
): Promise<Plan> {
  const tally = openFeatureTally(format)
  async function* counted(): AsyncGenerator<LabeledDocument> {
    for await (const document of documents) {
      tally.add(document)
      yield document
    }
  }
  const conversion = convert(counted(), format, context)
  for await (const _ of conversion.parts) context.signal?.throwIfAborted()
  return { format: format.id, ledger: conversion.ledger(), features: tally.losses() }
}

function openFeatureTally({ carries }: Format) {
  const losses = new Map<Feature, FeatureLoss>()
  let last: LabeledDocument | undefined
  return {
    add(document: LabeledDocument): void {
      for (const { feature, effect, facts } of lossOf(withoutShared(document, last), carries)) {
        const count = (losses.get(feature)?.count ?? 0) + facts.length
        losses.set(feature, { feature, effect, count })
      }
      // Only what is compared is kept: holding on to the document would hold on to its cells.
      last = { ...document, cells: [], annotations: [], comments: [] }
    },
    losses: (): readonly FeatureLoss[] =>
      featureNames.flatMap((feature) => losses.get(feature) ?? []),
  }
}

/** The document without the schema and the project that the one before it had as well. */
function withoutShared(document: LabeledDocument, last?: LabeledDocument): LabeledDocument {
  const { project, schema, ...rest } = document
  const repeated = project === undefined || (last !== undefined && project.id === last.project?.id)
  return {
    ...rest,
    schema: schema === last?.schema ? emptySchema : schema,
    ...(repeated ? {} : { project }),
  }
}
