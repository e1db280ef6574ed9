import type { DoubtFates } from '@labelport/format'

/** Doubts of a document in segments, which are told in the order in which those of a whole one are: round by round. */
export interface LateDoubts extends DoubtFates {
  /** Tells what could not be told at once. */
  tell(): void
}

/** Opens the doubts of a document. Two rounds can be told at once, for they never share a code. */
export function lateDoubts(fates: DoubtFates): LateDoubts {
  type Doubt = Parameters<DoubtFates['drop']>
  const rounds = new Map<number, Doubt[]>()
  return {
    drop(...doubt) {
      const [, , , round] = doubt
      const waiting = rounds.get(round)
      if (round < 2) fates.drop(...doubt)
      else if (waiting === undefined) rounds.set(round, [doubt])
      else waiting.push(doubt)
    },
    tell() {
      const inOrder = [...rounds].sort(([a], [b]) => a - b).flatMap(([, doubts]) => doubts)
      for (const doubt of inOrder) fates.drop(...doubt)
    },
  }
}
