import {
  type ColumnReading,
  type ParsedTag,
  type ReadContext,
  readColumns,
  type Source,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { rowLabels, type TagKind, type TagOddity } from './row-labels.ts'

const reading: ColumnReading<TagKind, TagOddity> = {
  format: 'tsv-non-iob',
  parseTag,
  openLabels: rowLabels,
  oddities: {
    // An unlabeled token may have no label in any of three ways.
    'missing-tag': undefined,
    'blank-for-tab': undefined,
    'empty-token': { severity: 'warning', message: 'Found no text before the first tab.' },
    'empty-row': {
      severity: 'info',
      message: 'Found an empty line where a token was expected. Kept as a row without text.',
    },
    'prefixed-label': {
      severity: 'warning',
      message:
        'Found a label that begins with B- or I-, which are part of its name here; whole files of this kind are TSV_IOB.',
    },
  },
}

/** Reads a token and its labels from each line; a long file leaves in segments. */
export function readPlain(source: Source, context: ReadContext): AsyncGenerator<LabeledDocument> {
  return readColumns(source, context, reading)
}

function parseTag(text: string): ParsedTag<TagKind> {
  if (text === '' || text === 'O') return { kind: 'outside' }
  return { kind: /^[BI]-/.test(text) ? 'prefixed' : 'label', name: text }
}
