/** The client's GraphQL schema. */
export const schemaText = `type Cabinet {
  documents: [TextDocument!]!
  id: ID!
  role: Role!
  status: CabinetStatus!
}

enum CabinetStatus {
  COMPLETE
  IN_PROGRESS
}

input CustomReportBuilderInput {
  filters: [CustomReportFilter!]
  metricsGroupId: ID!
  selectedMetrics: [CustomReportMetric!]!
  selectedSegments: [CustomReportClientSegment!]!
}

enum CustomReportClientSegment {
  DATE
  DOCUMENT
  DOCUMENT_CREATED_AT
  DOCUMENT_ORIGIN
  DOCUMENT_UPDATED_AT
  LABEL
  LABEL_TYPE
  OWNER_USER
  PROJECT
  PROJECT_ROLE
  USER
}

input CustomReportFilter {
  field: CustomReportFilterColumn!
  strategy: CustomReportFilterStrategy!
  value: String!
}

enum CustomReportFilterColumn {
  DATE
  DOCUMENT_CREATED_AT
  DOCUMENT_NAME
  DOCUMENT_ORIGIN_NAME
  DOCUMENT_UPDATED_AT
  LABEL
  LABELED_BY_USER_DISPLAY_NAME
  LABEL_TYPE
  OWNER_USER_NAME
  PROJECT_NAME
  PROJECT_ROLE
  USER_NAME
}

enum CustomReportFilterStrategy {
  CONTAINS
  DATE
  IS
  IS_NOT
  NOT_CONTAINS
}

enum CustomReportMetric {
  LABELS_ACCURACY
  TIME_SPENT
  TIME_SPENT_PER_LABEL
  TOTAL_CONFLICTS
  TOTAL_CONFLICTS_RESOLVED
  TOTAL_LABELS_ACCEPTED
  TOTAL_LABELS_APPLIED
  TOTAL_LABELS_APPLIED_BY_LABELER
  TOTAL_LABELS_APPLIED_BY_REVIEWER
  TOTAL_LABELS_REJECTED
}

"""Days as yyyy-mm-dd."""
input DaysCreatedInput {
  newestDate: String!
  oldestDate: String
}

enum ExportCommentType {
  ARROW_LABEL
  COMMENT
  SPAN_LABEL
  SPAN_TEXT
}

enum ExportDeliveryStatus {
  DELIVERED
  FAILED
  IN_PROGRESS

  """The server has no job of that id, or not yet."""
  NONE
  QUEUED
}

type ExportRequestResult {
  """Names the export and its job."""
  exportId: ID!

  """A signed link, given before the file exists."""
  fileUrl: String

  """Of undocumented form: ISO 8601 or epoch milliseconds."""
  fileUrlExpiredAt: String

  """
  The object in an external storage. Older servers refuse a request that asks for it.
  """
  key: String
  queued: Boolean
}

input ExportTeamOverviewInput {
  method: GqlExportMethod!

  """CUSTOM_WEBHOOK only: what the call is signed with."""
  secret: String
  teamId: String!

  """CUSTOM_WEBHOOK only: where the link is sent."""
  url: String
}

input ExportTestProjectResultInput {
  method: GqlExportMethod!
  projectId: String!

  """CUSTOM_WEBHOOK only: what the call is signed with."""
  secret: String

  """CUSTOM_WEBHOOK only: where the link is sent."""
  url: String
}

input ExportTextProjectDocumentInput {
  """A document id from a cabinet."""
  documentId: String!

  """
  EXTERNAL_OBJECT_STORAGE only. The name of the type is ours and never travels.
  """
  externalObjectStorageParameter: ExternalObjectStorageParameterInput
  fileName: String!
  fileTransformerId: ID
  format: String!
  includedCommentType: [ExportCommentType!]
  maskPIIEntities: Boolean
  method: GqlExportMethod!

  """CUSTOM_WEBHOOK only: what the call is signed with."""
  secret: String

  """CUSTOM_WEBHOOK only: where the link is sent."""
  url: String
}

input ExportTextProjectInput {
  """
  EXTERNAL_OBJECT_STORAGE only. The name of the type is ours and never travels.
  """
  externalObjectStorageParameter: ExternalObjectStorageParameterInput

  """
  Base name of the result. The folder inside the zip is named after the project instead.
  """
  fileName: String!

  """For format CUSTOM only."""
  fileTransformerId: ID

  """Keeps only the cabinets of one role."""
  filteredCabinetRole: Role

  """A free string in upper case, such as DATASAUR_SCHEMA or TSV_IOB."""
  format: String!
  includedCommentType: [ExportCommentType!]
  maskPIIEntities: Boolean
  method: GqlExportMethod!

  """Official clients send exactly one."""
  projectIds: [ID!]!

  """Nullable here, required by its description."""
  role: Role

  """CUSTOM_WEBHOOK only: what the call is signed with."""
  secret: String

  """CUSTOM_WEBHOOK only: where the link is sent."""
  url: String
}

type ExternalObjectStorage {
  bucketName: String!
  cloudService: ObjectStorageClientName!
  id: ID!
}

input ExternalObjectStorageParameterInput {
  externalObjectStorageId: ID!

  """Before the object's name in the bucket."""
  prefix: String
}

type FileTransformer {
  id: ID!
  name: String!
  purpose: FileTransformerPurpose!
}

enum FileTransformerPurpose {
  EXPORT
  IMPORT
}

type GetExportDeliveryStatusResult {
  deliveryStatus: ExportDeliveryStatus!
  errors: [JobError!]!
}

input GetProjectInput {
  projectId: ID!
}

input GetProjectsFilterInput {
  daysCreatedRange: DaysCreatedInput
  isArchived: Boolean

  """Found in names and tags."""
  keyword: String

  """An empty list means all."""
  kinds: [ProjectKind!]

  """An empty list means all."""
  statuses: [GqlProjectAndLabelingStatus!]

  """Ids, although they are typed String."""
  tags: [String!]

  """Null means the personal workspace, not all teams."""
  teamId: ID
}

input GetProjectsPaginatedInput {
  cursor: String
  filter: GetProjectsFilterInput
  page: OffsetPageInput
  sort: [SortInput!]
}

input GetTagsFilterInput {
  includeGlobalTag: Boolean!
}

input GetTagsInput {
  filter: GetTagsFilterInput
  teamId: ID
}

input GetTeamDetailInput {
  id: ID!
}

enum GqlExportMethod {
  """The link is sent to an address, signed with a secret."""
  CUSTOM_WEBHOOK

  """Older. Read, never sent."""
  DOWNLOAD

  """Older. Read, never sent."""
  DOWNLOAD_REQUEST

  """The link is mailed to the owner of the credentials."""
  EMAIL

  """Older: raw keys of a storage travel in the request. Read, never sent."""
  EXTERNAL_FILE_STORAGE

  """The file goes to a storage that the team has registered."""
  EXTERNAL_OBJECT_STORAGE

  """The server keeps the file and answers with a signed link to it."""
  FILE_STORAGE
}

"""One value more than a project's own status."""
enum GqlProjectAndLabelingStatus {
  COMPLETE
  CREATED
  IN_PROGRESS
  IN_REVIEW
  NOT_STARTED
  REVIEW_READY
}

enum GqlProjectStatus {
  COMPLETE
  CREATED
  IN_PROGRESS
  IN_REVIEW
  REVIEW_READY
}

type Job {
  errors: [JobError!]!
  id: String!

  """The project that a job made."""
  resultId: String
  status: JobStatus!
}

type JobError {
  args: JobErrorArgs

  """A message key."""
  id: String!

  """A stack trace of the server."""
  stack: String!
}

"""Any JSON."""
scalar JobErrorArgs

enum JobStatus {
  DELIVERED
  FAILED
  IN_PROGRESS
  NONE
  QUEUED
}

type LabelSet {
  id: ID!
  index: Int!
  name: String!
  tagItems: [TagItem!]!
}

input LaunchDocumentInput {
  document: UploadedDocumentInput!
}

input LaunchDocumentSettingsInput {
  kind: ProjectKind
}

"""
What a new project is made of. Newer than any description of the server: what it demands besides, users add themselves.
"""
input LaunchProjectInput {
  documentSettings: LaunchDocumentSettingsInput
  documents: [LaunchDocumentInput!]!
  name: String!
  teamId: ID
}

type Mutation {
  """Makes a project of uploaded files; the job's result is the project."""
  createProject(input: LaunchProjectInput!): ProjectLaunchJob!
}

type ObjectMeta {
  createdAt: String
  key: String!
  sizeInBytes: Int!
}

enum ObjectStorageClientName {
  AWS_S3
  AZURE_BLOB_STORAGE
  GOOGLE_CLOUD_STORAGE
}

input OffsetPageInput {
  skip: Int!
  take: Int!
}

enum OrderType {
  ASC
  DESC
}

type PageInfo {
  nextCursor: String
}

type Project {
  completedDate: String
  createdDate: String!

  """The part of the project's address that names it."""
  id: ID!
  isArchived: Boolean
  name: String!
  status: GqlProjectStatus!
  tags: [Tag!]
  team: Team
  updatedDate: String!
  workspaceSettings: WorkspaceSettings!
}

enum ProjectKind {
  BBOX_BASED
  DOCUMENT_BASED
  ROW_BASED
  TOKEN_BASED
}

type ProjectLaunchJob {
  job: Job!
  name: String!
}

type ProjectPaginatedResponse {
  nodes: [Project!]!
  pageInfo: PageInfo!

  """May change between pages."""
  totalCount: Int!
}

type Query {
  """
  Has no method either. The team's id is a String here and an ID elsewhere.
  """
  exportCustomReport(input: CustomReportBuilderInput!, teamId: String!): ExportRequestResult!

  """
  How far the labelers of a team agree. Has no method: the file goes to the server's own storage.
  """
  exportTeamIAA(labelSetSignatures: [String!], projectIds: [ID!], teamId: ID!): ExportRequestResult!

  """
  The workbook of a team; the result is a zip. Knows no external storage.
  """
  exportTeamOverview(input: ExportTeamOverviewInput!): ExportRequestResult!
  exportTestProjectResult(input: ExportTestProjectResultInput!): ExportRequestResult!

  """
  Starts the export of whole projects; the result is a zip.
  A query with a side effect: never cached, never repeated without asking.
  """
  exportTextProject(input: ExportTextProjectInput!): ExportRequestResult!

  """
  Starts the export of one document as it is now; the result is the bare file.
  """
  exportTextProjectDocument(input: ExportTextProjectDocumentInput!): ExportRequestResult!

  """The caller's cabinet in a role."""
  getCabinet(projectId: ID!, role: Role!): Cabinet!
  getCabinetLabelSetsById(cabinetId: ID!): [LabelSet!]!
  getDocumentQuestions(projectId: ID!): [Question!]!

  """How far an export has come."""
  getExportDeliveryStatus(exportId: ID!): GetExportDeliveryStatusResult!

  """Size and date of objects in a storage of the team's own."""
  getExternalObjectMeta(externalObjectStorageId: ID!, objectKeys: [String!]!): [ObjectMeta!]!

  """Null is no error: the team has none."""
  getExternalObjectStorages(teamId: ID!): [ExternalObjectStorage!]
  getFileTransformers(purpose: FileTransformerPurpose, teamId: ID!): [FileTransformer!]!

  """A job of the server; null when the server does not know the id."""
  getJob(jobId: String!): Job

  """
  Jobs in the order of their ids; an item is null when the server does not know its id.
  """
  getJobs(jobIds: [String!]!): [Job]!
  getProject(input: GetProjectInput!): Project!

  """One cabinet for every labeler and the reviewers'."""
  getProjectCabinets(projectId: ID!): [Cabinet!]!

  """
  The first call sends a page, later ones only the cursor, until there is none.
  """
  getProjects(input: GetProjectsPaginatedInput!): ProjectPaginatedResponse!
  getRowQuestions(projectId: ID!): [Question!]!
  getTags(input: GetTagsInput!): [Tag!]!
  getTeamDetail(input: GetTeamDetailInput): Team!

  """Whom the token belongs to."""
  me: User
}

type Question {
  config: QuestionConfig!
  id: Int!

  """What is asked."""
  label: String!

  """The name of the answers' column."""
  name: String!
  required: Boolean!
  type: QuestionType!
}

type QuestionConfig {
  max: Int
  min: Int
  multiline: Boolean
  multiple: Boolean
  options: [QuestionConfigOptions!]

  """Of a group."""
  questions: [Question!]
  step: Int
}

type QuestionConfigOptions {
  id: ID!
  label: String!
  parentId: ID
}

enum QuestionType {
  CHECKBOX
  DATA
  DATE
  DROPDOWN
  HIERARCHICAL_DROPDOWN
  NESTED
  SLIDER
  TEXT
  TIME
  TOKEN
  URL
}

enum Role {
  LABELER
  REVIEWER
}

input SortInput {
  field: String!
  order: OrderType!
}

type Tag {
  globalTag: Boolean!
  id: ID!
  name: String!
}

type TagItem {
  color: String
  id: String!
  parentId: ID
  tagName: String!
}

type Team {
  id: ID!
  name: String!
  setting: TeamSetting
}

"""Which methods a role may use."""
type TeamSetting {
  allowedAdminExportMethods: [GqlExportMethod!]!
  allowedLabelerExportMethods: [GqlExportMethod!]!
  allowedReviewerExportMethods: [GqlExportMethod!]!
  defaultExternalObjectStorageId: ID
  enableExportTeamOverview: Boolean!
}

type TextDocument {
  id: ID!
  name: String!

  """Shared by the copies of a document in all cabinets."""
  originId: ID

  """From 0, when the file was split."""
  part: Int!
}

"""A file of a multipart request."""
scalar Upload

"""One of the three says where the bytes are."""
input UploadedDocumentInput {
  externalUrl: String

  """A part of the same multipart request, as older mutations took files."""
  file: Upload
  name: String!

  """As the upload endpoint answered."""
  objectKey: String
}

type User {
  displayName: String!
  email: String!
  id: ID
}

type WorkspaceSettings {
  kinds: [ProjectKind!]!
}
`
