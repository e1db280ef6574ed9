/** What a configuration file says, whoever's form it has. */
export interface Config {
  /** As it was named. */
  readonly path: string
  readonly connection: ConnectionSettings
  /** Values of flags, by command and flag. */
  readonly flags: Readonly<Record<string, FlagSettings>>
  /** What was found and not heeded, for people. */
  readonly notes: readonly string[]
}

/** Values of a command's flags that the command line need not tell. */
export type FlagSettings = Readonly<Record<string, boolean | string | readonly string[]>>

/** A value, or the environment variable that has it. */
export type Setting = { readonly value: string } | { readonly env: string; readonly place: string }

/** How a server is reached, where the environment does not say it. */
export type ConnectionSettings = { readonly [name in ConnectionName]?: Setting }

/** What can be set of a connection, and what it is. */
export const connectionNames = {
  baseUrl: 'The server; https://app.datasaur.ai where nothing is said.',
  clientId: 'The client id of the credentials.',
  clientSecret: 'The client secret; better a variable of the environment than the secret itself.',
  clientSecretFile: 'A file that holds the client secret.',
  webhookSecret: 'What calls of CUSTOM_WEBHOOK are signed with.',
} as const

/** One of them. */
export type ConnectionName = keyof typeof connectionNames

/** No configuration. */
export const noConfig: Config = { path: '', connection: {}, flags: {}, notes: [] }
