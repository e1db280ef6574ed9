import type { OptionSpec } from '@labelport/format'

/**
 * What can be done to documents before they are written, under the names the command line has for it. An empty text,
 * like a switch that is off, means that it is not done.
 */
export const preparationOptions = [
  {
    name: 'split',
    type: 'text',
    default: '',
    help: 'Divides the documents, such as train=0.8,validation=0.1,test=0.1. Equal texts stay together.',
  },
  {
    name: 'merge',
    type: 'choice',
    choices: ['', 'majority', 'union', 'intersection'],
    default: '',
    help: 'Makes one document of the labelers\u2019 copies; takes every labeler where the review is chosen.',
  },
  {
    name: 'people',
    type: 'choice',
    choices: ['', 'pseudonyms', 'names'],
    default: '',
    help: 'How labelers and authors are called. Left open: pseudonyms in training data, names in other formats.',
  },
  {
    name: 'label',
    type: 'list',
    default: [],
    help: 'Only these labels, by name.',
  },
  {
    name: 'verdict',
    type: 'choice',
    choices: ['', 'accepted', 'rejected', 'none'],
    default: '',
    help: 'Only what was accepted, rejected, or not decided.',
  },
  {
    name: 'deduplicate',
    type: 'flag',
    default: false,
    help: 'Leaves out documents equal to an earlier one.',
  },
  {
    name: 'deduplicate-near',
    type: 'text',
    default: '',
    help: 'Leaves out documents that share so much of their runs of three words with an earlier one, from 0.5 to 1.',
  },
  {
    name: 'window',
    type: 'text',
    default: '',
    help: 'Cuts long documents into windows: 512 (tokens), 2000 characters or 50 rows.',
  },
  {
    name: 'stride',
    type: 'text',
    default: '',
    help: 'How far windows begin apart; less than their size overlaps.',
  },
] as const satisfies readonly OptionSpec[]

/** A name of these options. */
export type PreparationOption = (typeof preparationOptions)[number]['name']
