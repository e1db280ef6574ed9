import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.zip': 'application/zip',
}

/** Serves the built page on a free loopback port, and one export beside it as `export.zip`. */
export async function serveDemo({ root = 'apps/demo/dist', exportPath, port = 0 } = {}) {
  const base = resolve(root)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    const file = fileFor(base, path, exportPath)
    if (file === undefined || request.method !== 'GET') {
      response.writeHead(404).end('Not found')
      return
    }
    const headers = {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      'Cache-Control': 'no-store',
    }
    response.writeHead(200, headers)
    createReadStream(file).pipe(response)
  })
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  const query = exportPath === undefined ? '' : '?export=export.zip'
  const url = `http://127.0.0.1:${server.address().port}/${query}`
  return { url, close: () => new Promise((closed) => server.close(closed)) }
}

function fileFor(base, path, exportPath) {
  if (path === '/export.zip') return exportPath
  const file = join(base, normalize(path === '/' ? '/index.html' : path))
  return file.startsWith(base) && existsSync(file) && statSync(file).isFile() ? file : undefined
}
