import { type Format, type Ledger, lossOf } from '@labelport/format'
import {
  emptySchema,
  type Feature,
  featureNames,
  type LabeledDocument,
  type LabelSchema,
  type Project,
} from '@labelport/model'
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
  const repeats = openRepeats()
  return {
    add(document: LabeledDocument): void {
      for (const { feature, effect, facts } of lossOf(repeats.without(document), carries)) {
        const count = (losses.get(feature)?.count ?? 0) + facts.length
        losses.set(feature, { feature, effect, count })
      }
    },
    losses: (): readonly FeatureLoss[] =>
      featureNames.flatMap((feature) => losses.get(feature) ?? []),
  }
}

/** Takes out of each document the schema and the project that the one before it had as well. */
function openRepeats() {
  const sameSchema = repeated<LabelSchema>()
  const sameProject = repeated<Project>()
  return {
    without({ project, ...document }: LabeledDocument): LabeledDocument {
      const named = project === undefined || sameProject(project) ? {} : { project }
      const schema = sameSchema(document.schema) ? emptySchema : document.schema
      return { ...document, ...named, schema }
    },
  }
}

/** Whether a value says the same as the one before; readers need not share what they read twice. */
function repeated<T extends object>(): (value: T) => boolean {
  let last: T | undefined
  let lastText: string | undefined
  return (value) => {
    if (value === last) return true
    const text = JSON.stringify(value)
    const same = text === lastText
    last = value
    lastText = text
    return same
  }
}
