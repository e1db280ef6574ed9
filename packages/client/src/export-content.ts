/** Kinds of comments an export can hold. */
export type CommentKind = 'COMMENT' | 'SPAN_LABEL' | 'ARROW_LABEL' | 'SPAN_TEXT'

/** What every export asks for. */
export interface ExportContent {
  /** The base name of the file on the server. */
  readonly fileName: string
  /** The platform's name of the format, such as `DATASAUR_SCHEMA` or `TSV_IOB`. */
  readonly format: string
  /** For format CUSTOM: the script that writes the files. */
  readonly fileTransformerId?: string
  /** Absent means what the server does by itself. */
  readonly commentKinds?: readonly CommentKind[]
  /** Whether the server masks personal data. Absent means what the server does by itself. */
  readonly maskPersonalData?: boolean
}

/** The variables all export operations share. Absent fields do not travel. */
export function contentVariables(content: ExportContent): {
  readonly fileName: string
  readonly format: string
  readonly method: 'FILE_STORAGE'
  readonly fileTransformerId: string | undefined
  readonly includedCommentType: readonly CommentKind[] | undefined
  readonly maskPIIEntities: boolean | undefined
} {
  return {
    fileName: content.fileName,
    format: content.format,
    method: 'FILE_STORAGE',
    fileTransformerId: content.fileTransformerId,
    includedCommentType: content.commentKinds,
    maskPIIEntities: content.maskPersonalData,
  }
}
