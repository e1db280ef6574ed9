// Bundles every format and target as a browser would load it, and the page, and holds their sizes against budgets.
// A size is of the minified code with its libraries, compressed by gzip, without model and format, which all share.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { countsLine } from './counts.mjs'
import { publicPackages } from './packages.mjs'

/** Thousands of bytes, compressed. */
const usual = 8
const budgets = {
  '@labelport/format-amazon-comprehend-csv': 18,
  '@labelport/format-azure-automl-csv': 16,
  '@labelport/format-csv': 12,
  '@labelport/format-datasaur-schema': 20,
  '@labelport/format-gcp-vertex-ai-csv': 16,
  '@labelport/format-json-advanced': 17,
  '@labelport/format-json-tabular': 10,
  '@labelport/format-tsv': 14,
  // exceljs and its parts; loaded when the first workbook is read or written.
  '@labelport/format-xlsx': 310,
  '@labelport/target-csv-table': 15,
  // The Parquet writer with its compression.
  '@labelport/target-huggingface': 42,
  '@labelport/target-label-studio': 13,
  '@labelport/target-spacy': 17,
}

/** Of the files the page loads when they are needed, by how their names begin. The first load has a test of its own. */
const usualLater = 6
const laterBudgets = {
  // jszip, and what prepares documents.
  conversion: 34,
  exceljs: 265,
  // What reads and writes all formats; what recognises their files is there before.
  formats: 110,
  // Grows with every diagnostic code there is.
  explanations: 46,
  order: 16,
  papaparse: 8,
  // The Parquet writer.
  src: 18,
  'target-huggingface': 20,
  'target-label-studio': 12,
  'target-openai-chat': 8,
  'target-spacy': 12,
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

/** The files of the page that are loaded later, with their sizes. */
async function laterFiles() {
  const result = await build({
    root: 'apps/demo',
    configFile: 'apps/demo/vite.config.ts',
    logLevel: 'silent',
    build: { write: false },
  })
  const files = [result].flat().flatMap(({ output }) => output)
  return files.flatMap(({ fileName, code, source }) => {
    const [, name] = /later-(.+)-[\w-]{8}\.js$/.exec(fileName) ?? []
    return name === undefined ? [] : [[name, gzipSync(code ?? source).length / 1000]]
  })
}

const counts = { passed: 0, failed: 0, skipped: 0 }

function weigh(name, size, budget) {
  const fits = size <= budget
  counts[fits ? 'passed' : 'failed'] += 1
  console.log(`${fits ? 'ok' : 'TOO BIG'}  ${name}  ${size.toFixed(1)} of ${budget} KB`)
}

for (const { folder, manifest } of publicPackages()) {
  if (!/\/(format|target)-/.test(manifest.name) || manifest.name.endsWith('-testing')) continue
  if (!existsSync(join(folder, 'src/index.ts'))) continue
  weigh(manifest.name, await sizeOf(folder), budgets[manifest.name] ?? usual)
}
for (const [name, size] of await laterFiles()) {
  const known = Object.keys(laterBudgets).find((start) => name.startsWith(start))
  weigh(`the page's later-${name}`, size, laterBudgets[known] ?? usualLater)
}
console.log(countsLine(counts))
process.exitCode = counts.failed > 0 ? 1 : 0
