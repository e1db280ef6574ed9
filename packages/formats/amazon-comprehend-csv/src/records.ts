import { csvOf } from '@labelport/format'
import Papa from 'papaparse'

export const { recordsIn, linesOf } = csvOf(Papa)
