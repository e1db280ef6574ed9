export { type Client, type ClientOptions, createClient } from './client.ts'
export type {
  CustomReportFilter,
  CustomReportInput,
  ReportColumn,
  ReportMetric,
  ReportSegment,
} from './custom-report.ts'
export type {
  Bringing,
  Delivery,
  Email,
  FileStorage,
  ObjectStorage,
  OwnWebhook,
  Sending,
  Webhook,
} from './delivery.ts'
export type { JobStanding } from './delivery-status.ts'
export type { DocumentExportInput } from './document-export.ts'
export { ClientError, type ClientErrorCode } from './error.ts'
export type { ExportEvent, JobProblem, OnEvent } from './event.ts'
export type { CommentKind, ExportContent, ExportFormat, ExtraInput } from './export-content.ts'
export type { ExportInputs, ExportKind, ExportRequest } from './export-request.ts'
export type { Exports } from './exports.ts'
export type { ExportResult } from './fetching.ts'
export { safeFileName } from './file-name.ts'
export { defaultLimits, type Limits } from './limits.ts'
export { type MemoryTarget, memoryTarget } from './memory-target.ts'
export type { CompleteFile, ExportOptions, SendOptions, Verify } from './options.ts'
export type { ExportRole, ProjectExportInput } from './project-export.ts'
export type { CabinetSummary, DocumentSummary } from './reading/cabinets.ts'
export type { ProjectLabel, ProjectLabelSet, ProjectSchema } from './reading/project-schema.ts'
export type { Open, ProjectFilter, ProjectSummary } from './reading/projects.ts'
export type { ProjectQuestion, QuestionOption, QuestionTarget } from './reading/questions.ts'
export type { Me, Reading } from './reading/reading.ts'
export type { ExternalStorage, FileTransformer, Tag, Team } from './reading/team.ts'
export type { RequestedExport } from './requested-export.ts'
export type { SentExport, StoredObject } from './sending.ts'
export type { ExportState } from './state.ts'
export { type Clock, type Fetch, type Surroundings, systemClock } from './surroundings.ts'
export type { DownloadedFile, DownloadTarget } from './target.ts'
export type {
  TeamIAAInput,
  TeamOverviewInput,
  TestProjectResultInput,
} from './team-exports.ts'
export type { AnyOperation, NamedFile, NewProject, Uploading } from './uploading.ts'
export type { OwnAddress, WebhookCall } from './webhook-call.ts'
export {
  createWebhookReceiver,
  type ExpectedCall,
  type ReceiverOptions,
  type WebhookReceiver,
} from './webhook-receiver.ts'
export { verifyWebhook } from './webhook-signature.ts'
