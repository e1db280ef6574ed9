export { csvTable } from './csv-table.ts'
