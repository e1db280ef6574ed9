import type { Command } from './command.ts'

/** A command as the main help shows it. Its own file is loaded when it is used. */
export interface Listed {
  readonly name: string
  readonly summary: string
  load(): Promise<Command>
}

/** All commands, in the order of the main help. */
export const commands: readonly Listed[] = [
  {
    name: 'inspect',
    summary: 'what is in an export: documents, labels, people',
    load: async () => (await import('./commands/inspect.ts')).inspect,
  },
  {
    name: 'plan',
    summary: 'what each format would lose, before anything is written',
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  {
    name: 'convert',
    summary: 'an export into training data or another format',
    load: async () => (await import('./commands/convert.ts')).convertCommand,
  },
  {
    name: 'trace',
    summary: 'where a row or label of a data set came from',
    load: async () => (await import('./commands/trace.ts')).trace,
  },
  {
    name: 'restore',
    summary: 'the source of a conversion again, of its files and their residue',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  {
    name: 'merge-parts',
    summary: 'one data set of the parts that several machines wrote',
    load: async () => (await import('./commands/merge-parts.ts')).mergeParts,
  },
  {
    name: 'validate',
    summary: 'everything that is wrong with an export',
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  {
    name: 'explain',
    summary: 'what a diagnostic code means and what to do',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'formats',
    summary: 'the formats and targets, and their options',
    load: async () => (await import('./commands/formats.ts')).formatsCommand,
  },
  {
    name: 'export',
    summary: 'a project from Datasaur into a checked zip',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'sync',
    summary: 'every project that fits, kept up to date in a folder',
    load: async () => (await import('./commands/sync.ts')).sync,
  },
  {
    name: 'projects',
    summary: 'which projects there are',
    load: async () => (await import('./commands/projects.ts')).projects,
  },
  {
    name: 'documents',
    summary: 'the documents of a project, copy by copy',
    load: async () => (await import('./commands/documents.ts')).documents,
  },
  {
    name: 'tags',
    summary: 'the tags projects can be chosen by',
    load: async () => (await import('./commands/tags.ts')).tags,
  },
  {
    name: 'emulator',
    summary: 'a local Datasaur to try exports on',
    load: async () => (await import('./commands/emulator.ts')).emulator,
  },
]
