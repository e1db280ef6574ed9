/** The client's GraphQL schema. */
export const schemaText = `enum ExportCommentType {
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
  queued: Boolean
}

input ExportTextProjectDocumentInput {
  """A document id from a cabinet."""
  documentId: String!
  fileName: String!
  fileTransformerId: ID
  format: String!
  includedCommentType: [ExportCommentType!]
  maskPIIEntities: Boolean
  method: GqlExportMethod!
}

input ExportTextProjectInput {
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
}

type GetExportDeliveryStatusResult {
  deliveryStatus: ExportDeliveryStatus!
  errors: [JobError!]!
}

enum GqlExportMethod {
  """The server keeps the file and answers with a signed link to it."""
  FILE_STORAGE
}

type Job {
  errors: [JobError!]!
  id: String!
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

type Query {
  """
  Starts the export of whole projects; the result is a zip.
  A query with a side effect: never cached, never repeated without asking.
  """
  exportTextProject(input: ExportTextProjectInput!): ExportRequestResult!

  """
  Starts the export of one document as it is now; the result is the bare file.
  """
  exportTextProjectDocument(input: ExportTextProjectDocumentInput!): ExportRequestResult!

  """How far an export has come."""
  getExportDeliveryStatus(exportId: ID!): GetExportDeliveryStatusResult!

  """A job of the server; null when the server does not know the id."""
  getJob(jobId: String!): Job
}

enum Role {
  LABELER
  REVIEWER
}
`
