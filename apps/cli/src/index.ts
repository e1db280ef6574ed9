export { type ExitCode, exitCodes } from './exit.ts'
export { run } from './run.ts'
export type { Output, Surroundings } from './surroundings.ts'
