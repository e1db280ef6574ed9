export { conll } from './conll.ts'
