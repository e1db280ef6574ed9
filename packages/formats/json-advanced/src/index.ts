export { jsonAdvanced } from './json-advanced.ts'
