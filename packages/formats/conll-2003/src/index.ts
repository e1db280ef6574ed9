export { conll2003 } from './conll-2003.ts'
