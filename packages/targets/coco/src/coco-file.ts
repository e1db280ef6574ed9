import type { Part } from '@labelport/format'

/** A COCO file that is being written. Images leave at once; annotations are held, as they come behind all images. */
export interface CocoFile {
  /** Takes an image with its annotations, as they are written. */
  add(image: object, annotations: readonly object[]): Part
  /** The rest of the file. */
  close(classes: readonly string[]): Generator<Part>
}

/** Opens a file; its first piece comes with the first image. */
export function openCocoFile(path: string): CocoFile {
  const held: string[] = []
  let images = 0
  return {
    add(image, annotations) {
      for (const one of annotations) held.push(JSON.stringify(one))
      images += 1
      return { path, chunk: `${images === 1 ? opening : ',\n'}${JSON.stringify(image)}` }
    },
    *close(classes) {
      yield { path, chunk: '\n],\n"annotations": [\n' }
      for (let from = 0; from < held.length; from += batch) {
        const lines = held.slice(from, from + batch).join(',\n')
        yield { path, chunk: `${from === 0 ? '' : ',\n'}${lines}` }
      }
      const categories = classes.map((name, index) =>
        JSON.stringify({ id: index + 1, name, supercategory: '' }),
      )
      yield { path, chunk: `\n],\n"categories": [\n${categories.join(',\n')}\n]}\n` }
    },
  }
}

const opening = '{"info": {"description": "Written by labelport"},\n"licenses": [],\n"images": [\n'

/** How many annotations leave together. */
const batch = 10_000
