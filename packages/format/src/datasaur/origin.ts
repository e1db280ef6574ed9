import type { Origin } from '@labelport/model'
import { numberField, textField } from './fields.ts'
import type { Findings } from './findings.ts'
import type { JsonObject } from './json-value.ts'
import { isUserKept, type Users, userIdValue } from './users.ts'

/** Datasaur's LabelPhase, in the model's words. */
const phases: ReadonlyMap<unknown, Origin['by']> = new Map([
  ['LABELER', 'labeler'],
  ['REVIEWER', 'reviewer'],
  ['AUTO', 'auto'],
  ['PRELABELED', 'prelabeled'],
  ['EXTERNAL', 'external'],
  ['CONFLICT', 'conflict'],
])

const phaseOf = {
  labeler: 'LABELER',
  reviewer: 'REVIEWER',
  auto: 'AUTO',
  prelabeled: 'PRELABELED',
  external: 'EXTERNAL',
  conflict: 'CONFLICT',
  unknown: null,
} as const satisfies Record<Origin['by'], string | null>

const statusOf = { accepted: 'ACCEPTED', rejected: 'REJECTED' } as const

/**
 * Reads who labeled, what became of it and, as the format has it, how sure a machine was or when it was
 * done.
 */
export function readOrigin(
  label: JsonObject,
  pointer: string,
  users: Users,
  findings: Findings,
  has: 'confidence' | 'times',
): Origin {
  const { labeledBy, status } = label
  const by = phases.get(labeledBy) ?? 'unknown'
  if (by === 'unknown' && labeledBy !== undefined && labeledBy !== null) {
    const known = [...phases.keys()].join(', ')
    const message = `Found ${JSON.stringify(labeledBy)}, expected one of ${known}.`
    findings.add('warning', 'unknown-phase', `${pointer}/labeledBy`, message)
  }
  const verdict =
    status === 'ACCEPTED' ? 'accepted' : status === 'REJECTED' ? 'rejected' : undefined
  if (verdict === undefined && status !== 'LABELED' && status !== undefined && status !== null) {
    const message = `Found ${JSON.stringify(status)}, expected LABELED, ACCEPTED or REJECTED.`
    findings.add('warning', 'unknown-status', `${pointer}/status`, message)
  }
  const user = users.at(label, 'labeledByUserId', pointer)
  const accepting = users.at(label, 'acceptedByUserId', pointer)
  const rejecting = users.at(label, 'rejectedByUserId', pointer)
  const judge = verdict === 'accepted' ? accepting : verdict === 'rejected' ? rejecting : undefined
  const origin: { -readonly [K in keyof Origin]: Origin[K] } = { by }
  if (user !== undefined) origin.user = user
  if (verdict !== undefined) origin.verdict = verdict
  if (judge !== undefined) origin.judge = judge
  if (has === 'confidence') {
    const confidence = numberField(label, 'confidenceScore', pointer, findings)
    if (confidence !== undefined) origin.confidence = confidence
  } else {
    const createdAt = textField(label, 'createdAt', pointer, findings)
    const updatedAt = textField(label, 'updatedAt', pointer, findings)
    if (createdAt !== undefined) origin.createdAt = createdAt
    if (updatedAt !== undefined) origin.updatedAt = updatedAt
  }
  return origin
}

/**
 * The keys that tell an origin. What the source said beyond the model (an unknown phase or status, a
 * judge without a verdict) is kept as long as the model says the same as the source.
 */
export function writeOrigin(origin: Origin, source: JsonObject | undefined): JsonObject {
  const { by, user, verdict, judge } = origin
  const samePhase = source !== undefined && (phases.get(source.labeledBy) ?? 'unknown') === by
  const sourceVerdict = verdicts.get(source?.status)
  const sameVerdict = source !== undefined && sourceVerdict === verdict
  const judged = (key: string, when: Origin['verdict']): unknown => {
    if (verdict === when) return userIdValue(judge, source?.[key])
    return sameVerdict ? source[key] : null
  }
  return {
    labeledBy: samePhase ? source.labeledBy : phaseOf[by],
    status: sameVerdict ? source.status : verdict === undefined ? 'LABELED' : statusOf[verdict],
    labeledByUserId: userIdValue(user, source?.labeledByUserId),
    acceptedByUserId: judged('acceptedByUserId', 'accepted'),
    rejectedByUserId: judged('rejectedByUserId', 'rejected'),
  }
}

const verdicts: ReadonlyMap<unknown, Origin['verdict']> = new Map([
  ['ACCEPTED', 'accepted'],
  ['REJECTED', 'rejected'],
])

function arePeopleKept(origin: Origin, labelerInfo: JsonObject): boolean {
  if (origin.judge !== undefined && origin.verdict === undefined) return false
  return isUserKept(origin.user, labelerInfo) && isUserKept(origin.judge, labelerInfo)
}

/** What is lost of the people of an origin in a file with this `labelerInfo`; undefined for nothing. */
export function lossOfPeople(
  origin: Origin,
  labelerInfo: JsonObject,
): 'person-reduced' | undefined {
  return arePeopleKept(origin, labelerInfo) ? undefined : 'person-reduced'
}
