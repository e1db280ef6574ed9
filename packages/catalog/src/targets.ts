import type { Format } from '@labelport/format'
import { brat } from '@labelport/target-brat'
import { coco } from '@labelport/target-coco'
import { conll } from '@labelport/target-conll'
import { csvTable } from '@labelport/target-csv-table'
import { huggingface } from '@labelport/target-huggingface'
import { jsonl } from '@labelport/target-jsonl'
import { labelStudio } from '@labelport/target-label-studio'
import { openaiChat } from '@labelport/target-openai-chat'
import { pascalVoc } from '@labelport/target-pascal-voc'
import { spacy } from '@labelport/target-spacy'
import { webannoTsv } from '@labelport/target-webanno-tsv'
import { yolo } from '@labelport/target-yolo'

/** All first-party training-data targets, by id. */
export const targets: readonly Format[] = [
  brat,
  coco,
  conll,
  csvTable,
  huggingface,
  jsonl,
  labelStudio,
  openaiChat,
  pascalVoc,
  spacy,
  webannoTsv,
  yolo,
]
