import type { Annotation, Feature, Origin, User } from '@labelport/model'
import fc from 'fast-check'

const users: readonly User[] = [
  { email: 'zoe@example.org' },
  { name: 'Ahmad Example', email: 'ahmad@example.org' },
]

/** An origin that says what the given features allow. */
export function originArbitrary(uses: (feature: Feature) => boolean): fc.Arbitrary<Origin> {
  const maybe = <T>(feature: Feature, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    uses(feature) ? fc.option(value, { nil: undefined }) : fc.constant(undefined)
  return fc
    .record({
      by: uses('origin.by')
        ? fc.constantFrom<Origin['by'][]>('labeler', 'reviewer', 'external', 'conflict', 'unknown')
        : fc.constant<Origin['by']>('unknown'),
      user: maybe('origin.user', fc.constantFrom(...users)),
      verdict: maybe(
        'origin.verdict',
        fc.constantFrom<('accepted' | 'rejected')[]>('accepted', 'rejected'),
      ),
      confidence: maybe('origin.confidence', fc.constantFrom(0, 0.25, 1)),
      createdAt: maybe('origin.time', fc.constant('2026-01-02T03:04:05.678Z')),
    })
    .map(({ by, user, verdict, confidence, createdAt }) => ({
      by,
      ...(user === undefined ? {} : { user }),
      ...(verdict === undefined ? {} : { verdict }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(createdAt === undefined ? {} : { createdAt }),
    }))
}

/** The annotations, with origins dealt out in turn. */
export function withOrigins(
  annotations: readonly Annotation[],
  origins: readonly Origin[],
): readonly Annotation[] {
  return annotations.map((annotation, index) => {
    const origin = origins[index % origins.length]
    return origin === undefined ? annotation : { ...annotation, origin }
  })
}
