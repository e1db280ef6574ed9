import type { Format } from '@labelport/format'
import { amazonComprehendCsv } from '@labelport/format-amazon-comprehend-csv'
import { conll2003 } from '@labelport/format-conll-2003'
import { csv } from '@labelport/format-csv'
import { datasaurSchema } from '@labelport/format-datasaur-schema'
import { json } from '@labelport/format-json'
import { jsonAdvanced } from '@labelport/format-json-advanced'
import { jsonTabular } from '@labelport/format-json-tabular'
import { native } from '@labelport/format-native'
import { plain } from '@labelport/format-plain'
import { tsv } from '@labelport/format-tsv'
import { tsvIob } from '@labelport/format-tsv-iob'
import { tsvNonIob } from '@labelport/format-tsv-non-iob'

/** All first-party export formats, by id. */
export const formats: readonly Format[] = [
  amazonComprehendCsv,
  conll2003,
  csv,
  datasaurSchema,
  json,
  jsonAdvanced,
  jsonTabular,
  native,
  plain,
  tsv,
  tsvIob,
  tsvNonIob,
]
