/** Kinds of comments an export can hold. */
export type CommentKind = 'COMMENT' | 'SPAN_LABEL' | 'ARROW_LABEL' | 'SPAN_TEXT'

/** The formats of the platform that are known here; a server may know others. */
export type ExportFormat =
  | 'DATASAUR_SCHEMA'
  | 'JSON_ADVANCED'
  | 'JSON'
  | 'JSON_TABULAR'
  | 'TSV_IOB'
  | 'TSV_NON_IOB'
  | 'CSV'
  | 'TSV'
  | 'XLSX'
  | 'PLAIN'
  | 'CONLL_2003'
  | 'CONLL_U'
  | 'AMAZON_COMPREHEND_CSV'
  | 'AZURE_AUTOML_CSV'
  | 'GCP_VERTEX_AI_CSV'
  | 'CUSTOM'
  | (string & Record<never, never>)

/** Fields of an input that this client does not know, for servers that do. Stored in states: no secrets. */
export type ExtraInput = Readonly<Record<string, unknown>>

/** What every export of labels asks for. */
export interface ExportContent {
  /** The base name of the file on the server. */
  readonly fileName: string
  readonly format: ExportFormat
  /** For format CUSTOM: the script that writes the files. */
  readonly fileTransformerId?: string
  /** Absent means what the server does by itself. */
  readonly commentKinds?: readonly CommentKind[]
  /** Whether the server masks personal data. Absent means what the server does by itself. */
  readonly maskPersonalData?: boolean
  /** Sent along. A field that the client knows is refused here. */
  readonly extraInput?: ExtraInput
}

/** The variables that exports of labels share. Absent fields do not travel. */
export function contentVariables(content: ExportContent): {
  readonly fileName: string
  readonly format: string
  readonly fileTransformerId: string | undefined
  readonly includedCommentType: readonly CommentKind[] | undefined
  readonly maskPIIEntities: boolean | undefined
} {
  return {
    fileName: content.fileName,
    format: content.format,
    fileTransformerId: content.fileTransformerId,
    includedCommentType: content.commentKinds,
    maskPIIEntities: content.maskPersonalData,
  }
}
