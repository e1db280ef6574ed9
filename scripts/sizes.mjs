// Bundles every format and target as a browser would load it, and holds its size against a budget.
// A size is of the minified code with its libraries, compressed by gzip, without model and format, which all share.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { countsLine } from './counts.mjs'
import { publicPackages } from './packages.mjs'

/** Thousands of bytes, compressed. */
const usual = 16
const budgets = {
  // exceljs and its parts; loaded when the first workbook is read or written.
  '@labelport/format-xlsx': 310,
  // The Parquet writer with its compression.
  '@labelport/target-huggingface': 40,
}

async function sizeOf(folder) {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@labelport/source', 'module', 'browser'] },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(folder, 'src/index.ts'), formats: ['es'] },
      rolldownOptions: { external: ['@labelport/model', '@labelport/format'] },
    },
  })
  const chunks = [result].flat().flatMap(({ output }) => output)
  return chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code ?? chunk.source).length, 0) / 1000
}

const counts = { passed: 0, failed: 0, skipped: 0 }
for (const { folder, manifest } of publicPackages()) {
  if (!/\/(format|target)-/.test(manifest.name) || manifest.name.endsWith('-testing')) continue
  if (!existsSync(join(folder, 'src/index.ts'))) continue
  const budget = budgets[manifest.name] ?? usual
  const size = await sizeOf(folder)
  const fits = size <= budget
  counts[fits ? 'passed' : 'failed'] += 1
  console.log(`${fits ? 'ok' : 'TOO BIG'}  ${manifest.name}  ${size.toFixed(1)} of ${budget} KB`)
}
console.log(countsLine(counts))
process.exitCode = counts.failed > 0 ? 1 : 0
