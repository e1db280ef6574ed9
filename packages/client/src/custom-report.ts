import type { ExtraInput } from './export-content.ts'

/** A report of chosen figures. */
export interface CustomReportInput {
  readonly teamId: string
  readonly metricsGroupId: string
  readonly selectedMetrics: readonly ReportMetric[]
  readonly selectedSegments: readonly ReportSegment[]
  readonly filters?: readonly CustomReportFilter[]
  /** Sent along. A field that the client knows is refused here. */
  readonly extraInput?: ExtraInput
}

/** Keeps the rows of a report in which a column fits a value. */
export interface CustomReportFilter {
  readonly field: ReportColumn
  readonly strategy: 'CONTAINS' | 'DATE' | 'IS' | 'IS_NOT' | 'NOT_CONTAINS'
  readonly value: string
}

/** What a report counts. */
export type ReportMetric =
  | 'LABELS_ACCURACY'
  | 'TIME_SPENT'
  | 'TIME_SPENT_PER_LABEL'
  | 'TOTAL_CONFLICTS'
  | 'TOTAL_CONFLICTS_RESOLVED'
  | 'TOTAL_LABELS_ACCEPTED'
  | 'TOTAL_LABELS_APPLIED'
  | 'TOTAL_LABELS_APPLIED_BY_LABELER'
  | 'TOTAL_LABELS_APPLIED_BY_REVIEWER'
  | 'TOTAL_LABELS_REJECTED'

/** What a report counts by. */
export type ReportSegment =
  | 'DATE'
  | 'DOCUMENT'
  | 'DOCUMENT_CREATED_AT'
  | 'DOCUMENT_ORIGIN'
  | 'DOCUMENT_UPDATED_AT'
  | 'LABEL'
  | 'LABEL_TYPE'
  | 'OWNER_USER'
  | 'PROJECT'
  | 'PROJECT_ROLE'
  | 'USER'

/** What a report can be filtered by. */
export type ReportColumn =
  | 'DATE'
  | 'DOCUMENT_CREATED_AT'
  | 'DOCUMENT_NAME'
  | 'DOCUMENT_ORIGIN_NAME'
  | 'DOCUMENT_UPDATED_AT'
  | 'LABEL'
  | 'LABELED_BY_USER_DISPLAY_NAME'
  | 'LABEL_TYPE'
  | 'OWNER_USER_NAME'
  | 'PROJECT_NAME'
  | 'PROJECT_ROLE'
  | 'USER_NAME'
