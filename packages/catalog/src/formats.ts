import type { Format } from '@labelport/format'
import { amazonComprehendCsv } from '@labelport/format-amazon-comprehend-csv'
import { azureAutomlCsv } from '@labelport/format-azure-automl-csv'
import { conll2003 } from '@labelport/format-conll-2003'
import { conllU } from '@labelport/format-conll-u'
import { csv } from '@labelport/format-csv'
import { custom } from '@labelport/format-custom'
import { datasaurSchema } from '@labelport/format-datasaur-schema'
import { gcpVertexAiCsv } from '@labelport/format-gcp-vertex-ai-csv'
import { json } from '@labelport/format-json'
import { jsonAdvanced } from '@labelport/format-json-advanced'
import { jsonTabular } from '@labelport/format-json-tabular'
import { native } from '@labelport/format-native'
import { plain } from '@labelport/format-plain'
import { tsv } from '@labelport/format-tsv'
import { tsvIob } from '@labelport/format-tsv-iob'
import { tsvNonIob } from '@labelport/format-tsv-non-iob'
import { xlsx } from '@labelport/format-xlsx'

/** All first-party export formats, by id. */
export const formats: readonly Format[] = [
  amazonComprehendCsv,
  azureAutomlCsv,
  conll2003,
  conllU,
  csv,
  custom,
  datasaurSchema,
  gcpVertexAiCsv,
  json,
  jsonAdvanced,
  jsonTabular,
  native,
  plain,
  tsv,
  tsvIob,
  tsvNonIob,
  xlsx,
]
