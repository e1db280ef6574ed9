export { conllU } from './conll-u.ts'
