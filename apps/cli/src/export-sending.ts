import type { Client, ExportContent, Sending, SentExport } from '@labelport/client'
import type { Flags, FlagValues } from './command.ts'
import { settingValue } from './config/setting.ts'
import { UsageError } from './exit.ts'
import type { Subject } from './export-file.ts'
import { tellNews } from './export-news.ts'
import type { Session } from './session.ts'

/** The flags that have the server send a file elsewhere. */
export const sendingFlags = {
  method: {
    type: 'value',
    value: '<METHOD>',
    default: 'FILE_STORAGE',
    help: 'FILE_STORAGE brings the file here; EMAIL, CUSTOM_WEBHOOK and EXTERNAL_OBJECT_STORAGE send it',
  },
  'webhook-url': { type: 'value', value: '<url>', help: 'for CUSTOM_WEBHOOK: who is called' },
  storage: { type: 'value', value: '<id>', help: 'for EXTERNAL_OBJECT_STORAGE: the storage' },
  prefix: { type: 'value', value: '<path>', help: 'for EXTERNAL_OBJECT_STORAGE: before the name' },
} as const satisfies Flags

/** How the file is sent; undefined when it is brought here. Throws UsageError naming what is missing. */
export function sendingOf(
  flags: FlagValues<typeof sendingFlags>,
  { env, connection, hide }: Session,
): Sending | undefined {
  const { method, storage, prefix } = flags
  const url = flags['webhook-url']
  switch (method) {
    case 'FILE_STORAGE':
      return undefined
    case 'EMAIL':
      return { method }
    case 'CUSTOM_WEBHOOK': {
      const secret = env.LABELPORT_WEBHOOK_SECRET || settingValue(connection.webhookSecret, env)
      if (url === undefined) throw new UsageError('CUSTOM_WEBHOOK needs --webhook-url <url>.')
      if (!secret)
        throw new UsageError(
          'LABELPORT_WEBHOOK_SECRET is not in the environment, and not configured.',
        )
      hide(secret)
      return { method, url, secret }
    }
    case 'EXTERNAL_OBJECT_STORAGE':
      if (storage === undefined) {
        throw new UsageError('EXTERNAL_OBJECT_STORAGE needs --storage <id>.')
      }
      return {
        method,
        externalObjectStorageId: storage,
        ...(prefix === undefined ? {} : { prefix }),
      }
    default:
      throw new UsageError(
        `--method is "${method}"; expected FILE_STORAGE, EMAIL, CUSTOM_WEBHOOK or EXTERNAL_OBJECT_STORAGE.`,
      )
  }
}

/** Has an export sent, and waits until the server says that it is. */
export function send(
  client: Client,
  subject: Subject,
  content: ExportContent,
  sending: Sending,
  session: Session,
): Promise<SentExport> {
  const options = { signal: session.signal, onEvent: tellNews(session) }
  switch (subject.type) {
    case 'project':
      return client.sendProject({ ...content, projectId: subject.id, ...sending }, options)
    case 'document':
      return client.sendDocument({ ...content, documentId: subject.id, ...sending }, options)
    case 'team-overview':
      if (sending.method === 'EXTERNAL_OBJECT_STORAGE') {
        throw new UsageError('The overview of a team cannot be sent to a storage.')
      }
      return client.sendTeamOverview({ teamId: subject.id, ...sending }, options)
    default:
      return subject satisfies never
  }
}
