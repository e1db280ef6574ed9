import type { Cabinet, Origin, User } from '@labelport/model'

/** Three who label, one who reviews, one who owns. All invented. */
export const lin: User = { id: '101', name: 'Lin Example', email: 'lin@example.org' }
export const oda: User = { id: '102', name: 'Oda Example', email: 'oda@example.org' }
export const pim: User = { id: '103', name: 'Pim Example', email: 'pim@example.org' }
export const reviewer: User = { id: '110', name: 'Rev Example', email: 'rev@example.org' }
export const owner: User = { id: '111', name: 'Own Example', email: 'own@example.org' }

/** The reviewed copy. */
export const reviewCabinet: Cabinet = { role: 'review', user: reviewer }
/** The untouched upload. */
export const rootCabinet: Cabinet = { role: 'root', user: owner }

/** A labeler's own copy. */
export function copyOf(user: User): Cabinet {
  return { role: 'labeler', user }
}

const createdAt = '2026-03-02T09:30:00.000Z'
const decidedAt = '2026-03-05T14:00:00.000Z'

/** What a labeler stated and nobody has decided yet. */
export function by(user: User): Origin {
  return { by: 'labeler', user, createdAt, updatedAt: createdAt }
}

/** What a labeler stated and enough others stated too. */
export function agreed(user: User): Origin {
  return { ...by(user), verdict: 'accepted', updatedAt: decidedAt }
}

/** What a labeler stated and the reviewer took over. */
export function taken(user: User): Origin {
  return { ...agreed(user), judge: reviewer }
}

/** What a labeler stated and the reviewer refused. */
export function refused(user: User): Origin {
  return { ...by(user), verdict: 'rejected', judge: reviewer, updatedAt: decidedAt }
}

/** What stands in the reviewed copy because labelers agreed. */
export const consensus: Origin = { by: 'auto', createdAt: decidedAt, updatedAt: decidedAt }

/** What stands in the reviewed copy because labelers disagree and nobody has decided. */
export const conflict: Origin = { by: 'conflict', createdAt: decidedAt, updatedAt: decidedAt }

/** What the reviewer stated. */
export const reviewed: Origin = {
  by: 'reviewer',
  user: reviewer,
  createdAt: decidedAt,
  updatedAt: decidedAt,
}
