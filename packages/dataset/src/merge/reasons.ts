/** Why statements of copies are not what stands in the end: one sentence for each code. */
export const reasons = {
  'merge-voted': 'Enough labelers said it; the statement stands for them and carries the votes.',
  'merge-same': 'Another copy says the same, and it stands once.',
  'merge-outvoted': 'Too few labelers said it, or more of them answered otherwise.',
  'merge-doubted': 'It was rejected, or is disputed and undecided, so it is nobody’s vote.',
  'merge-about-left-out': 'What it speaks about was outvoted.',
  'merge-text-differs':
    'The copy has another text than most copies of the file, so its places mean something else.',
  'merge-schema-differs':
    'The copy gives the ids of labels or questions another meaning than the first copy does.',
} as const satisfies Record<string, string>

export type MergeCode = keyof typeof reasons
