import type { FaultRow } from '../fault.ts'
import { jsonReply, pageReply } from '../reply.ts'
import { bodyOf } from './body.ts'

const stages = ['token'] as const

/** What goes wrong when a token is asked for. */
export const tokenFaults = {
  'client-refused': { stages, instead: () => jsonReply({ error: 'invalid_client' }, 401) },
  'token-trouble': {
    stages,
    instead: ({ settings }) => jsonReply({ error: 'server_error' }, settings.status ?? 500),
  },
  'token-page': { stages, instead: () => pageReply },
  'token-life': {
    stages,
    after(reply, { settings }) {
      const { expires_in: _, ...granted } = bodyOf(reply)
      const { lifeSeconds } = settings
      return jsonReply(
        lifeSeconds === undefined ? granted : { ...granted, expires_in: lifeSeconds },
      )
    },
  },
} as const satisfies Record<string, FaultRow>
