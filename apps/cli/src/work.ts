/** What every command takes to run, in one piece: each file that is loaded on demand costs half a millisecond. */
export { parseCall } from './parse.ts'
export { printable } from './printable.ts'
export { runCommand } from './run-command.ts'
