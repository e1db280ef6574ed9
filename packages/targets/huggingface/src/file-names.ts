import type { TrainingTask } from './options.ts'

/** How numbered files are named. */
export interface FileNames {
  /** While it is not known how many there will be; `index` from 0. */
  draft(index: number): string
  final(index: number, count: number): string
}

/**
 * Names the files of a split. The builder of image folders wants a file of a fixed name beside the images, so
 * its files are told apart by their folders.
 */
export function fileNames(task: TrainingTask, split: string, ending: string): FileNames {
  if (task === 'image-folder') {
    const name = (index: number): string => `${split}/${digits(index)}/metadata${ending}`
    return { draft: name, final: name }
  }
  return {
    draft: (index) => `data/${split}-${digits(index)}${ending}`,
    final: (index, count) => `data/${split}-${digits(index)}-of-${digits(count)}${ending}`,
  }
}

/** The pattern that finds the files of a split, for the head of the card. */
export function filePattern(task: TrainingTask, split: string, ending: string): string {
  return task === 'image-folder' ? `${split}/**` : `data/${split}-*${ending}`
}

function digits(value: number): string {
  return String(value).padStart(5, '0')
}
