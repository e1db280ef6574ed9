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

/**
 * Media come first: their text is what was read or heard there. What a document was made for counts like its
 * media, which not every source tells.
 */
export function kindOf(document: LabeledDocument): Kind {
  const { media, annotations, cells, columns, tasks } = document
  const has = (type: 'box' | 'timestamp') => annotations.some((one) => one.type === type)
  const isImage = media.some(({ type }) => type === 'image' || type === 'pdf')
  if (isImage || has('box') || tasks.includes('box')) return 'image'
  const isAudio = media.some(({ type }) => type === 'audio')
  if (isAudio || has('timestamp') || tasks.includes('audio')) return 'audio'
  if (columns !== undefined) return 'table'
  return cells.some((cell) => speakerOf(cell) !== undefined) ? 'conversation' : 'text'
}
