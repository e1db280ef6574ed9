import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/usr/bin/valkey-server',
  '/opt/homebrew/bin/redis-server',
]

/** The path of a Redis server on this machine; undefined when none is found. `LABELPORT_REDIS_SERVER` wins. */
export function findRedisServer() {
  const chosen = process.env.LABELPORT_REDIS_SERVER
  return [...(chosen ? [chosen] : []), ...places].find((path) => existsSync(path))
}
