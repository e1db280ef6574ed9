import type { Flags, FlagValues } from './command.ts'

/** The flags of commands that prepare documents before they write them. */
export const preparationFlags = {
  merge: {
    type: 'value',
    value: '<rule>',
    help: 'one document of the labelers’ copies: majority, union, intersection or "agreement>=2"; takes --cabinet labelers where it says review',
  },
  label: { type: 'values', value: '<a,b,…>', help: 'only these labels, by name' },
  labeler: { type: 'values', value: '<a,b,…>', help: 'only what these people said' },
  verdict: {
    type: 'values',
    value: '<a,b,…>',
    help: 'only accepted, rejected or none (undecided)',
  },
  origin: {
    type: 'values',
    value: '<a,b,…>',
    help: 'only what came to be so: labeler, reviewer, auto (agreed on), prelabeled, external, conflict or unknown',
  },
  since: { type: 'value', value: '<date>', help: 'only what was said from this day on' },
  until: { type: 'value', value: '<date>', help: 'only what was said before this day' },
  tag: { type: 'values', value: '<a,b,…>', help: 'only projects with one of these tags' },
  'rename-label': {
    type: 'values',
    value: '<old=new>',
    help: 'another name for a label; two labels of one name become one',
  },
  deduplicate: { type: 'switch', help: 'leave out documents equal to an earlier one' },
  'deduplicate-near': {
    type: 'value',
    value: '<share>',
    help: 'leave out documents whose text shares so much of its runs of three words with an earlier one, from 0.5 to 1',
  },
  window: {
    type: 'value',
    value: '<size>',
    help: 'cut long documents into windows of 512 (tokens), "2000 characters" or "50 rows"',
  },
  stride: {
    type: 'value',
    value: '<number>',
    help: 'with --window: how far windows begin apart; less than the size overlaps, so that fewer labels are cut',
  },
} as const satisfies Flags

/** Values of the flags above. */
export type PreparationFlags = FlagValues<typeof preparationFlags>
