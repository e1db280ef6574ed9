import { resolve } from 'node:path'
import { createServer, createServerModuleRunner } from 'vite'

let runner

/** Loads a module of TypeScript, so that the corpora of the tests can be measured where they lie. */
export async function sources(path) {
  runner ??= await open()
  return await runner.import(resolve(path))
}

/** A runner that stays open: formats load their libraries when they need them. */
async function open() {
  const conditions = ['@labelport/source', 'node', 'module']
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { conditions },
    ssr: { resolve: { conditions } },
  })
  return createServerModuleRunner(server.environments.ssr, { hmr: false })
}
