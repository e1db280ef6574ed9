import { type Part, tellEmptySplits, type WriteContext } from '@labelport/format'
import { dataYaml } from './data-yaml.ts'
import { knownFolders, splitFolders } from './split-folders.ts'

/** The lines of the list of images of each folder that has some. */
export type ImageLists = ReadonlyMap<string, readonly string[]>

/** Writes what describes the data set, and tells what its training will miss. */
export function* dataSetFiles(
  lists: ImageLists,
  classes: readonly string[],
  { splits, report }: Pick<WriteContext, 'splits' | 'report'>,
): Generator<Part> {
  if (lists.size === 0) {
    const message = 'No page of known size came, so no file was written.'
    report({ severity: 'warning', code: 'yolo/no-images', message })
    return
  }
  // Without splits, the other folders may come from other runs.
  const known = knownFolders.filter((name) => {
    return splits === undefined || name !== 'test' || lists.has(name)
  })
  if (splits !== undefined) tellSplits(splits.names, lists, report)
  yield { path: 'data.yaml', chunk: dataYaml(known, classes) }
  for (const [folder, lines] of lists) {
    yield { path: `images-${folder}.tsv`, chunk: `image\tdocument\tpage\n${lines.join('')}` }
  }
}

function tellSplits(
  names: readonly string[],
  lists: ImageLists,
  report: WriteContext['report'],
): void {
  const folders = splitFolders(names)
  const used = new Set(names.filter((name) => lists.has(folders.get(name) ?? name)))
  tellEmptySplits('yolo', { names, used, lack: 'no image, so it has no folder' }, report)
  for (const folder of ['train', 'val']) {
    if (lists.has(folder)) continue
    const message = `The folder "${folder}" has no image, and Ultralytics does not train without it.`
    report({ severity: 'warning', code: 'yolo/split-needed', message })
  }
  const known: readonly string[] = knownFolders
  for (const folder of lists.keys()) {
    if (known.includes(folder)) continue
    const message = `The split "${folder}" has a folder and no line in data.yaml: Ultralytics knows train, val and test.`
    report({ severity: 'info', code: 'yolo/split-other', message })
  }
}
