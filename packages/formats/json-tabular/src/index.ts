export { jsonTabular } from './json-tabular.ts'
