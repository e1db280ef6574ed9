export { formats } from './formats.ts'
export { targets } from './targets.ts'
