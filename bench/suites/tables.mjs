import { input } from '../inputs.mjs'
import { peer, script } from './commands.mjs'

export const tableSuites = [
  {
    id: 'csv',
    title: 'A CSV of 1,000,000 rows and 12 columns to model rows',
    cases: () => [
      { name: 'by hand, a call per row', command: () => script('csv-floor', input('c-1.csv')) },
      { name: 'labelport, streamed', command: () => script('csv-labelport', input('c-1.csv')) },
      peer('DuckDB, one thread, rows handed to Python', {
        module: 'duckdb',
        file: 'csv_duckdb',
        args: () => [input('c-1.csv')],
      }),
    ],
  },
  {
    id: 'xlsx-read',
    title: 'A workbook of 100,000 rows and 12 columns to model rows',
    cases: () => [
      { name: 'by hand', command: () => script('xlsx-read-floor', input('x-1.xlsx')) },
      { name: 'labelport', command: () => script('xlsx-read-labelport', input('x-1.xlsx')) },
      { name: 'exceljs', command: () => script('xlsx-read-exceljs', input('x-1.xlsx')) },
    ],
  },
  {
    id: 'xlsx-write',
    title: 'A workbook of 100,000 rows and 6 columns, written from the model',
    cases: () => [
      { name: 'by hand', command: (out) => script('xlsx-write-floor', `${out}/a.xlsx`) },
      { name: 'labelport', command: (out) => script('xlsx-write-labelport', `${out}/a.xlsx`) },
    ],
  },
]
