export { datasaurSchema } from './datasaur-schema.ts'
