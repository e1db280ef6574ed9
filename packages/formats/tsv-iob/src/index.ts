export { tsvIob } from './tsv-iob.ts'
