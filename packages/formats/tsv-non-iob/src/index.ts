export { tsvNonIob } from './tsv-non-iob.ts'
