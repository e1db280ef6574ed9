export { disagreements } from './agreement.ts'
export { type CabinetPredicate, selectCabinet, selectForWriting } from './cabinet.ts'
export { type Conversion, type ConvertContext, convert } from './convert.ts'
export type { LabelCount } from './labels.ts'
export { type FeatureLoss, type Plan, plan } from './plan.ts'
export { type LossPolicy, type LossRules, lossPolicy } from './policy.ts'
export {
  type CabinetSummary,
  openSummary,
  type ProjectSummary,
  type Summary,
  type SummaryTally,
  summarize,
} from './summary.ts'
export type { Totals } from './totals.ts'
