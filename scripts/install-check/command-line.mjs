import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The installed command line, from its help to a conversion. */
export async function checkCommandLine({ project, bin, step }) {
  await step('labelport --help', [bin, '--help'], { accept: (text) => text.includes('convert') })
  await step('labelport formats', [bin, 'formats', '--json'], {
    accept: (text) => text.includes('tsv-iob'),
  })
  await step('labelport explain', [bin, 'explain', 'conll/overlap'], {
    accept: (text) => text.includes('what to do'),
  })
  writeFileSync(join(project, 'fern.txt.tsv'), 'Bracken\tB-Plant\ngrows\tO\nhere\tO\n\n')
  const out = join(project, 'out')
  const words = ['fern.txt.tsv', '--from', 'tsv-iob', '--to', 'conll', '--out', out]
  await step('labelport convert', [bin, 'convert', ...words], {
    accept: () =>
      readdirSync(out).some((name) => readFileSync(join(out, name), 'utf8').includes('B-Plant')),
  })
}
