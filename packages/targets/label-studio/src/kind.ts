import { type LabeledDocument, speakerOf } from '@labelport/model'

/** What a task shows. Tasks of one kind share a configuration and so a project of Label Studio. */
export type Kind = 'text' | 'conversation' | 'table' | 'image' | 'audio'

/** The tag that shows what a task is about. */
export const mainObject = {
  text: 'text',
  conversation: 'dialogue',
  table: 'row',
  image: 'image',
  audio: 'audio',
} as const satisfies Record<Kind, string>

/** The name of a tag that shows something. */
export type ObjectName = (typeof mainObject)[Kind]

/** Media come first: their text is what was read or heard there. */
export function kindOf({ media, annotations, cells, columns }: LabeledDocument): Kind {
  const has = (type: 'box' | 'timestamp') => annotations.some((one) => one.type === type)
  if (media.some(({ type }) => type === 'image' || type === 'pdf') || has('box')) return 'image'
  if (media.some(({ type }) => type === 'audio') || has('timestamp')) return 'audio'
  if (columns !== undefined) return 'table'
  return cells.some((cell) => speakerOf(cell) !== undefined) ? 'conversation' : 'text'
}
