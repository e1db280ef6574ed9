export { disagreements } from './agreement.ts'
export { type CabinetPredicate, selectCabinet, selectForWriting } from './cabinet.ts'
export {
  type Agreement,
  type AgreementTally,
  exactF1,
  type LabelAgreement,
  type MatchCounts,
  openAgreement,
  type QuestionAgreement,
} from './compare/agreement-tally.ts'
export { type Comparison, compareDocuments } from './compare/compare-documents.ts'
export { copyKey } from './compare/copy-key.ts'
export { type ChoiceAgreement, type Choices, choiceAgreement } from './compare/kappa.ts'
export type { Match, MatchType } from './compare/match.ts'
export { shapeOverlap } from './compare/shape-place.ts'
export { textOverlap } from './compare/text-place.ts'
export { type Conversion, type ConvertContext, convert } from './convert.ts'
export { dropDuplicates } from './filter/drop-duplicates.ts'
export { dropNearDuplicates } from './filter/drop-near-duplicates.ts'
export { filter } from './filter/filter.ts'
export type { FilterRules, VerdictChoice } from './filter/filter-rules.ts'
export { renameLabels } from './filter/rename-labels.ts'
export type { LabelCount } from './labels.ts'
export {
  emptyLabelLock,
  extendLabelLock,
  type LabelLock,
  type LockedLabel,
  lockedNames,
} from './lock/label-lock.ts'
export { labelLockDrift } from './lock/label-lock-drift.ts'
export { readLabelLock, writeLabelLock } from './lock/label-lock-text.ts'
export {
  type LabelCollector,
  type LabelsInUse,
  openLabelCollector,
} from './lock/labels-in-use.ts'
export { joinLabels, type PlainLabels, plainLabels } from './lock/plain-labels.ts'
export { merge } from './merge/merge.ts'
export { describeRule, type MergeRule, readMergeRule } from './merge/merge-rule.ts'
export { hidePeople } from './people/hide-people.ts'
export { type PeopleHider, peopleHider } from './people/people-hider.ts'
export { type PlanCandidate, planAll, type Rehearsal } from './plan/plan-all.ts'
export { allStatements, byLoss, factsLost } from './plan/ranking.ts'
export { type Remedy, remediesFor, type SavedLoss } from './plan/remedies.ts'
export { type FeatureLoss, type Plan, plan } from './plan.ts'
export { type LossPolicy, type LossRules, lossPolicy } from './policy.ts'
export {
  type Preparation,
  prepare,
  type Step,
  type StepAccount,
  type StepContext,
  type StepLedger,
} from './prepare/prepare.ts'
export {
  isProvenance,
  openProvenance,
  type Provenance,
  type ProvenanceOptions,
  provenancePath,
} from './provenance/open-provenance.ts'
export type {
  DocumentLine,
  ProvenanceHeader,
  ProvenanceLine,
  StatementLine,
} from './provenance/provenance-line.ts'
export { hashOfSource, openSourceMarks, type ReadOrigin } from './provenance/source-mark.ts'
export { quoteHash } from './provenance/statement-lines.ts'
export { openRestoration, type Restoration } from './residue/open-restore.ts'
export { recognised } from './residue/recognised.ts'
export { residues } from './residue/residues.ts'
export { mergeSchemas } from './schema/merge-schemas.ts'
export {
  type AroundWriting,
  convertShard,
  type ShardConversion,
  type ShardConversionContext,
  seesWhole,
} from './shard/convert-shard.ts'
export { type OwnIds, openOwnIds, reportSharedIds } from './shard/own-ids.ts'
export { addPlaced, type PlacedKeys } from './shard/placed-keys.ts'
export { lockOfShard, type PlacedShard, placedShard } from './shard/placed-shard.ts'
export { withOrder } from './shard/reading-order.ts'
export { type PlannedFile, planRanges, planRuns, planShards } from './shard/shard-plan.ts'
export {
  addRecords,
  diagnosticsOf,
  type ShardRecord,
  type ShardTotals,
} from './shard/shard-record.ts'
export { type ShardSurvey, surveyRows, surveyShard } from './shard/shard-survey.ts'
export { printsOf, type ShardPrints, sieveSteps } from './sieve/prints.ts'
export type { Sieve } from './sieve/sieve.ts'
export { type ShardFates, sift, siftedSteps } from './sieve/sift.ts'
export type { LeakedDocument, SplitLeak } from './split/leaks.ts'
export { type OpenSplits, openSplits, type SplitsContext } from './split/open-splits.ts'
export {
  emptySplitLock,
  readSplitLock,
  type SplitLock,
  writeSplitLock,
} from './split/split-lock.ts'
export { type SplitGroup, type SplitRule, splitOf } from './split/split-of.ts'
export { readSplitRatios, type SplitRatios } from './split/split-ratios.ts'
export type { Stratum } from './split/strata.ts'
export {
  openSplitSurvey,
  type SplitPlacement,
  type SplitSurvey,
  type SurveyRule,
} from './split/survey.ts'
export type { SurveyAspects, SurveyRow } from './split/survey-row.ts'
export {
  type CabinetSummary,
  openSummary,
  type ProjectSummary,
  type Summary,
  type SummaryPart,
  type SummaryTally,
  summarize,
} from './summary.ts'
export { addTotals, noTotals, type Totals, totalsOf } from './totals.ts'
export { windows } from './window/window.ts'
export { type WindowOrigin, windowOf } from './window/window-origin.ts'
export { readWindowRule, type WindowRule, type WindowUnit } from './window/window-rule.ts'
