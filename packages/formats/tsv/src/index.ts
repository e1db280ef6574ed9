export { tsv } from './tsv.ts'
