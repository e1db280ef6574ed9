/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CabinetStatus =
  | 'COMPLETE'
  | 'IN_PROGRESS';

export type CustomReportBuilderInput = {
  readonly filters?: ReadonlyArray<CustomReportFilter> | null | undefined;
  readonly metricsGroupId: string;
  readonly selectedMetrics: ReadonlyArray<CustomReportMetric>;
  readonly selectedSegments: ReadonlyArray<CustomReportClientSegment>;
};

export type CustomReportClientSegment =
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
  | 'USER';

export type CustomReportFilter = {
  readonly field: CustomReportFilterColumn;
  readonly strategy: CustomReportFilterStrategy;
  readonly value: string;
};

export type CustomReportFilterColumn =
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
  | 'USER_NAME';

export type CustomReportFilterStrategy =
  | 'CONTAINS'
  | 'DATE'
  | 'IS'
  | 'IS_NOT'
  | 'NOT_CONTAINS';

export type CustomReportMetric =
  | 'LABELS_ACCURACY'
  | 'TIME_SPENT'
  | 'TIME_SPENT_PER_LABEL'
  | 'TOTAL_CONFLICTS'
  | 'TOTAL_CONFLICTS_RESOLVED'
  | 'TOTAL_LABELS_ACCEPTED'
  | 'TOTAL_LABELS_APPLIED'
  | 'TOTAL_LABELS_APPLIED_BY_LABELER'
  | 'TOTAL_LABELS_APPLIED_BY_REVIEWER'
  | 'TOTAL_LABELS_REJECTED';

/** Days as yyyy-mm-dd. */
export type DaysCreatedInput = {
  readonly newestDate: string;
  readonly oldestDate?: string | null | undefined;
};

export type ExportCommentType =
  | 'ARROW_LABEL'
  | 'COMMENT'
  | 'SPAN_LABEL'
  | 'SPAN_TEXT';

export type ExportDeliveryStatus =
  | 'DELIVERED'
  | 'FAILED'
  | 'IN_PROGRESS'
  /** The server has no job of that id, or not yet. */
  | 'NONE'
  | 'QUEUED';

export type ExportTeamOverviewInput = {
  readonly method: GqlExportMethod;
  /** CUSTOM_WEBHOOK only: what the call is signed with. */
  readonly secret?: string | null | undefined;
  readonly teamId: string;
  /** CUSTOM_WEBHOOK only: where the link is sent. */
  readonly url?: string | null | undefined;
};

export type ExportTestProjectResultInput = {
  readonly method: GqlExportMethod;
  readonly projectId: string;
  /** CUSTOM_WEBHOOK only: what the call is signed with. */
  readonly secret?: string | null | undefined;
  /** CUSTOM_WEBHOOK only: where the link is sent. */
  readonly url?: string | null | undefined;
};

export type ExportTextProjectDocumentInput = {
  /** A document id from a cabinet. */
  readonly documentId: string;
  /** EXTERNAL_OBJECT_STORAGE only. The name of the type is ours and never travels. */
  readonly externalObjectStorageParameter?: ExternalObjectStorageParameterInput | null | undefined;
  readonly fileName: string;
  readonly fileTransformerId?: string | null | undefined;
  readonly format: string;
  readonly includedCommentType?: ReadonlyArray<ExportCommentType> | null | undefined;
  readonly maskPIIEntities?: boolean | null | undefined;
  readonly method: GqlExportMethod;
  /** CUSTOM_WEBHOOK only: what the call is signed with. */
  readonly secret?: string | null | undefined;
  /** CUSTOM_WEBHOOK only: where the link is sent. */
  readonly url?: string | null | undefined;
};

export type ExportTextProjectInput = {
  /** EXTERNAL_OBJECT_STORAGE only. The name of the type is ours and never travels. */
  readonly externalObjectStorageParameter?: ExternalObjectStorageParameterInput | null | undefined;
  /** Base name of the result. The folder inside the zip is named after the project instead. */
  readonly fileName: string;
  /** For format CUSTOM only. */
  readonly fileTransformerId?: string | null | undefined;
  /** Keeps only the cabinets of one role. */
  readonly filteredCabinetRole?: Role | null | undefined;
  /** A free string in upper case, such as DATASAUR_SCHEMA or TSV_IOB. */
  readonly format: string;
  readonly includedCommentType?: ReadonlyArray<ExportCommentType> | null | undefined;
  readonly maskPIIEntities?: boolean | null | undefined;
  readonly method: GqlExportMethod;
  /** Official clients send exactly one. */
  readonly projectIds: ReadonlyArray<string>;
  /** Nullable here, required by its description. */
  readonly role?: Role | null | undefined;
  /** CUSTOM_WEBHOOK only: what the call is signed with. */
  readonly secret?: string | null | undefined;
  /** CUSTOM_WEBHOOK only: where the link is sent. */
  readonly url?: string | null | undefined;
};

export type ExternalObjectStorageParameterInput = {
  readonly externalObjectStorageId: string;
  /** Before the object's name in the bucket. */
  readonly prefix?: string | null | undefined;
};

export type FileTransformerPurpose =
  | 'EXPORT'
  | 'IMPORT';

export type GetProjectInput = {
  readonly projectId: string;
};

export type GetProjectsFilterInput = {
  readonly daysCreatedRange?: DaysCreatedInput | null | undefined;
  readonly isArchived?: boolean | null | undefined;
  /** Found in names and tags. */
  readonly keyword?: string | null | undefined;
  /** An empty list means all. */
  readonly kinds?: ReadonlyArray<ProjectKind> | null | undefined;
  /** An empty list means all. */
  readonly statuses?: ReadonlyArray<GqlProjectAndLabelingStatus> | null | undefined;
  /** Ids, although they are typed String. */
  readonly tags?: ReadonlyArray<string> | null | undefined;
  /** Null means the personal workspace, not all teams. */
  readonly teamId?: string | null | undefined;
};

export type GetProjectsPaginatedInput = {
  readonly cursor?: string | null | undefined;
  readonly filter?: GetProjectsFilterInput | null | undefined;
  readonly page?: OffsetPageInput | null | undefined;
  readonly sort?: ReadonlyArray<SortInput> | null | undefined;
};

export type GetTagsFilterInput = {
  readonly includeGlobalTag: boolean;
};

export type GetTagsInput = {
  readonly filter?: GetTagsFilterInput | null | undefined;
  readonly teamId?: string | null | undefined;
};

export type GetTeamDetailInput = {
  readonly id: string;
};

export type GqlExportMethod =
  /** The link is sent to an address, signed with a secret. */
  | 'CUSTOM_WEBHOOK'
  /** Older. Read, never sent. */
  | 'DOWNLOAD'
  /** Older. Read, never sent. */
  | 'DOWNLOAD_REQUEST'
  /** The link is mailed to the owner of the credentials. */
  | 'EMAIL'
  /** Older: raw keys of a storage travel in the request. Read, never sent. */
  | 'EXTERNAL_FILE_STORAGE'
  /** The file goes to a storage that the team has registered. */
  | 'EXTERNAL_OBJECT_STORAGE'
  /** The server keeps the file and answers with a signed link to it. */
  | 'FILE_STORAGE';

/** One value more than a project's own status. */
export type GqlProjectAndLabelingStatus =
  | 'COMPLETE'
  | 'CREATED'
  | 'IN_PROGRESS'
  | 'IN_REVIEW'
  | 'NOT_STARTED'
  | 'REVIEW_READY';

export type GqlProjectStatus =
  | 'COMPLETE'
  | 'CREATED'
  | 'IN_PROGRESS'
  | 'IN_REVIEW'
  | 'REVIEW_READY';

export type JobStatus =
  | 'DELIVERED'
  | 'FAILED'
  | 'IN_PROGRESS'
  | 'NONE'
  | 'QUEUED';

export type LaunchDocumentInput = {
  readonly document: UploadedDocumentInput;
};

export type LaunchDocumentSettingsInput = {
  readonly kind?: ProjectKind | null | undefined;
};

/** What a new project is made of. Newer than any description of the server: what it demands besides, users add themselves. */
export type LaunchProjectInput = {
  readonly documentSettings?: LaunchDocumentSettingsInput | null | undefined;
  readonly documents: ReadonlyArray<LaunchDocumentInput>;
  readonly name: string;
  readonly teamId?: string | null | undefined;
};

export type ObjectStorageClientName =
  | 'AWS_S3'
  | 'AZURE_BLOB_STORAGE'
  | 'GOOGLE_CLOUD_STORAGE';

export type OffsetPageInput = {
  readonly skip: number;
  readonly take: number;
};

export type OrderType =
  | 'ASC'
  | 'DESC';

export type ProjectKind =
  | 'BBOX_BASED'
  | 'DOCUMENT_BASED'
  | 'ROW_BASED'
  | 'TOKEN_BASED';

export type QuestionType =
  | 'CHECKBOX'
  | 'DATA'
  | 'DATE'
  | 'DROPDOWN'
  | 'HIERARCHICAL_DROPDOWN'
  | 'NESTED'
  | 'SLIDER'
  | 'TEXT'
  | 'TIME'
  | 'TOKEN'
  | 'URL';

export type Role =
  | 'LABELER'
  | 'REVIEWER';

export type SortInput = {
  readonly field: string;
  readonly order: OrderType;
};

/** One of the three says where the bytes are. */
export type UploadedDocumentInput = {
  readonly externalUrl?: string | null | undefined;
  /** A part of the same multipart request, as older mutations took files. */
  readonly file?: Blob | null | undefined;
  readonly name: string;
  /** As the upload endpoint answered. */
  readonly objectKey?: string | null | undefined;
};

export type CreateProjectMutationVariables = Exact<{
  input: LaunchProjectInput;
}>;


export type CreateProjectMutation = { readonly createProject: { readonly name: string, readonly job: { readonly id: string, readonly status: JobStatus } } };

export type ExportCustomReportQueryVariables = Exact<{
  teamId: string;
  input: CustomReportBuilderInput;
}>;


export type ExportCustomReportQuery = { readonly exportCustomReport: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type ExportTeamIaaQueryVariables = Exact<{
  teamId: string;
  labelSetSignatures?: ReadonlyArray<string> | string | null | undefined;
  projectIds?: ReadonlyArray<string> | string | null | undefined;
}>;


export type ExportTeamIaaQuery = { readonly exportTeamIAA: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type ExportTeamOverviewQueryVariables = Exact<{
  input: ExportTeamOverviewInput;
}>;


export type ExportTeamOverviewQuery = { readonly exportTeamOverview: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type ExportTestProjectResultQueryVariables = Exact<{
  input: ExportTestProjectResultInput;
}>;


export type ExportTestProjectResultQuery = { readonly exportTestProjectResult: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type ExportTextProjectDocumentWithKeyQueryVariables = Exact<{
  input: ExportTextProjectDocumentInput;
}>;


export type ExportTextProjectDocumentWithKeyQuery = { readonly exportTextProjectDocument: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null, readonly key: string | null } };

export type ExportTextProjectDocumentQueryVariables = Exact<{
  input: ExportTextProjectDocumentInput;
}>;


export type ExportTextProjectDocumentQuery = { readonly exportTextProjectDocument: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type ExportTextProjectWithKeyQueryVariables = Exact<{
  input: ExportTextProjectInput;
}>;


export type ExportTextProjectWithKeyQuery = { readonly exportTextProject: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null, readonly key: string | null } };

export type ExportTextProjectQueryVariables = Exact<{
  input: ExportTextProjectInput;
}>;


export type ExportTextProjectQuery = { readonly exportTextProject: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type GetCabinetQueryVariables = Exact<{
  projectId: string;
  role: Role;
}>;


export type GetCabinetQuery = { readonly getCabinet: { readonly id: string, readonly role: Role, readonly status: CabinetStatus, readonly documents: ReadonlyArray<{ readonly id: string, readonly originId: string | null, readonly name: string, readonly part: number }> } };

export type GetExportDeliveryStatusQueryVariables = Exact<{
  exportId: string;
}>;


export type GetExportDeliveryStatusQuery = { readonly getExportDeliveryStatus: { readonly deliveryStatus: ExportDeliveryStatus, readonly errors: ReadonlyArray<{ readonly id: string, readonly stack: string, readonly args: unknown }> } };

export type GetExternalObjectMetaQueryVariables = Exact<{
  externalObjectStorageId: string;
  objectKeys: ReadonlyArray<string> | string;
}>;


export type GetExternalObjectMetaQuery = { readonly getExternalObjectMeta: ReadonlyArray<{ readonly key: string, readonly sizeInBytes: number, readonly createdAt: string | null }> };

export type GetExternalObjectStoragesQueryVariables = Exact<{
  teamId: string;
}>;


export type GetExternalObjectStoragesQuery = { readonly getExternalObjectStorages: ReadonlyArray<{ readonly id: string, readonly cloudService: ObjectStorageClientName, readonly bucketName: string }> | null };

export type GetFileTransformersQueryVariables = Exact<{
  teamId: string;
  purpose?: FileTransformerPurpose | null | undefined;
}>;


export type GetFileTransformersQuery = { readonly getFileTransformers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly purpose: FileTransformerPurpose }> };

export type GetJobQueryVariables = Exact<{
  jobId: string;
}>;


export type GetJobQuery = { readonly getJob: { readonly id: string, readonly status: JobStatus, readonly errors: ReadonlyArray<{ readonly id: string, readonly stack: string, readonly args: unknown }> } | null };

export type GetJobsQueryVariables = Exact<{
  jobIds: ReadonlyArray<string> | string;
}>;


export type GetJobsQuery = { readonly getJobs: ReadonlyArray<{ readonly id: string, readonly status: JobStatus, readonly errors: ReadonlyArray<{ readonly id: string, readonly stack: string, readonly args: unknown }> } | null> };

export type GetLabelSetsQueryVariables = Exact<{
  cabinetId: string;
}>;


export type GetLabelSetsQuery = { readonly getCabinetLabelSetsById: ReadonlyArray<{ readonly id: string, readonly index: number, readonly name: string, readonly tagItems: ReadonlyArray<{ readonly id: string, readonly parentId: string | null, readonly tagName: string, readonly color: string | null }> }> };

export type GetProjectCabinetsQueryVariables = Exact<{
  projectId: string;
}>;


export type GetProjectCabinetsQuery = { readonly getProjectCabinets: ReadonlyArray<{ readonly id: string, readonly role: Role, readonly status: CabinetStatus, readonly documents: ReadonlyArray<{ readonly id: string, readonly originId: string | null, readonly name: string, readonly part: number }> }> };

export type GetProjectJobQueryVariables = Exact<{
  jobId: string;
}>;


export type GetProjectJobQuery = { readonly getJob: { readonly id: string, readonly status: JobStatus, readonly resultId: string | null, readonly errors: ReadonlyArray<{ readonly id: string, readonly stack: string, readonly args: unknown }> } | null };

export type GetProjectQueryVariables = Exact<{
  input: GetProjectInput;
}>;


export type GetProjectQuery = { readonly getProject: { readonly id: string, readonly name: string, readonly status: GqlProjectStatus, readonly createdDate: string, readonly updatedDate: string, readonly completedDate: string | null, readonly isArchived: boolean | null, readonly tags: ReadonlyArray<{ readonly id: string, readonly name: string, readonly globalTag: boolean }> | null, readonly team: { readonly id: string, readonly name: string } | null, readonly workspaceSettings: { readonly kinds: ReadonlyArray<ProjectKind> } } };

export type GetProjectsQueryVariables = Exact<{
  input: GetProjectsPaginatedInput;
}>;


export type GetProjectsQuery = { readonly getProjects: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly status: GqlProjectStatus, readonly createdDate: string, readonly updatedDate: string, readonly completedDate: string | null, readonly isArchived: boolean | null, readonly tags: ReadonlyArray<{ readonly id: string, readonly name: string, readonly globalTag: boolean }> | null, readonly team: { readonly id: string, readonly name: string } | null, readonly workspaceSettings: { readonly kinds: ReadonlyArray<ProjectKind> } }>, readonly pageInfo: { readonly nextCursor: string | null } } };

export type GetQuestionsQueryVariables = Exact<{
  projectId: string;
}>;


export type GetQuestionsQuery = { readonly getRowQuestions: ReadonlyArray<{ readonly id: number, readonly label: string, readonly name: string, readonly type: QuestionType, readonly required: boolean, readonly config: { readonly min: number | null, readonly max: number | null, readonly step: number | null, readonly multiline: boolean | null, readonly multiple: boolean | null, readonly options: ReadonlyArray<{ readonly id: string, readonly label: string, readonly parentId: string | null }> | null, readonly questions: ReadonlyArray<{ readonly id: number, readonly label: string, readonly name: string, readonly type: QuestionType, readonly required: boolean, readonly config: { readonly min: number | null, readonly max: number | null, readonly step: number | null, readonly multiline: boolean | null, readonly multiple: boolean | null, readonly options: ReadonlyArray<{ readonly id: string, readonly label: string, readonly parentId: string | null }> | null, readonly questions: ReadonlyArray<{ readonly id: number, readonly label: string, readonly name: string, readonly type: QuestionType, readonly required: boolean, readonly config: { readonly min: number | null, readonly max: number | null, readonly step: number | null, readonly multiline: boolean | null, readonly multiple: boolean | null, readonly options: ReadonlyArray<{ readonly id: string, readonly label: string, readonly parentId: string | null }> | null } }> | null } }> | null } }>, readonly getDocumentQuestions: ReadonlyArray<{ readonly id: number, readonly label: string, readonly name: string, readonly type: QuestionType, readonly required: boolean, readonly config: { readonly min: number | null, readonly max: number | null, readonly step: number | null, readonly multiline: boolean | null, readonly multiple: boolean | null, readonly options: ReadonlyArray<{ readonly id: string, readonly label: string, readonly parentId: string | null }> | null, readonly questions: ReadonlyArray<{ readonly id: number, readonly label: string, readonly name: string, readonly type: QuestionType, readonly required: boolean, readonly config: { readonly min: number | null, readonly max: number | null, readonly step: number | null, readonly multiline: boolean | null, readonly multiple: boolean | null, readonly options: ReadonlyArray<{ readonly id: string, readonly label: string, readonly parentId: string | null }> | null, readonly questions: ReadonlyArray<{ readonly id: number, readonly label: string, readonly name: string, readonly type: QuestionType, readonly required: boolean, readonly config: { readonly min: number | null, readonly max: number | null, readonly step: number | null, readonly multiline: boolean | null, readonly multiple: boolean | null, readonly options: ReadonlyArray<{ readonly id: string, readonly label: string, readonly parentId: string | null }> | null } }> | null } }> | null } }> };

export type GetTagsQueryVariables = Exact<{
  input: GetTagsInput;
}>;


export type GetTagsQuery = { readonly getTags: ReadonlyArray<{ readonly id: string, readonly name: string, readonly globalTag: boolean }> };

export type GetTeamDetailQueryVariables = Exact<{
  input?: GetTeamDetailInput | null | undefined;
}>;


export type GetTeamDetailQuery = { readonly getTeamDetail: { readonly id: string, readonly name: string, readonly setting: { readonly allowedAdminExportMethods: ReadonlyArray<GqlExportMethod>, readonly allowedReviewerExportMethods: ReadonlyArray<GqlExportMethod>, readonly allowedLabelerExportMethods: ReadonlyArray<GqlExportMethod>, readonly enableExportTeamOverview: boolean, readonly defaultExternalObjectStorageId: string | null } | null } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly id: string | null, readonly email: string, readonly displayName: string } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CreateProjectOperation = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateProject($input: LaunchProjectInput!) {
  createProject(input: $input) {
    job {
      id
      status
    }
    name
  }
}
    `) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const ExportCustomReportOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportCustomReport($teamId: String!, $input: CustomReportBuilderInput!) {
  exportCustomReport(teamId: $teamId, input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
  }
}
    `) as unknown as TypedDocumentString<ExportCustomReportQuery, ExportCustomReportQueryVariables>;
export const ExportTeamIaaOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTeamIAA($teamId: ID!, $labelSetSignatures: [String!], $projectIds: [ID!]) {
  exportTeamIAA(
    teamId: $teamId
    labelSetSignatures: $labelSetSignatures
    projectIds: $projectIds
  ) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
  }
}
    `) as unknown as TypedDocumentString<ExportTeamIaaQuery, ExportTeamIaaQueryVariables>;
export const ExportTeamOverviewOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTeamOverview($input: ExportTeamOverviewInput!) {
  exportTeamOverview(input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
  }
}
    `) as unknown as TypedDocumentString<ExportTeamOverviewQuery, ExportTeamOverviewQueryVariables>;
export const ExportTestProjectResultOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTestProjectResult($input: ExportTestProjectResultInput!) {
  exportTestProjectResult(input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
  }
}
    `) as unknown as TypedDocumentString<ExportTestProjectResultQuery, ExportTestProjectResultQueryVariables>;
export const ExportTextProjectDocumentWithKeyOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTextProjectDocumentWithKey($input: ExportTextProjectDocumentInput!) {
  exportTextProjectDocument(input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
    key
  }
}
    `) as unknown as TypedDocumentString<ExportTextProjectDocumentWithKeyQuery, ExportTextProjectDocumentWithKeyQueryVariables>;
export const ExportTextProjectDocumentOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTextProjectDocument($input: ExportTextProjectDocumentInput!) {
  exportTextProjectDocument(input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
  }
}
    `) as unknown as TypedDocumentString<ExportTextProjectDocumentQuery, ExportTextProjectDocumentQueryVariables>;
export const ExportTextProjectWithKeyOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTextProjectWithKey($input: ExportTextProjectInput!) {
  exportTextProject(input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
    key
  }
}
    `) as unknown as TypedDocumentString<ExportTextProjectWithKeyQuery, ExportTextProjectWithKeyQueryVariables>;
export const ExportTextProjectOperation = /*#__PURE__*/ new TypedDocumentString(`
    query ExportTextProject($input: ExportTextProjectInput!) {
  exportTextProject(input: $input) {
    exportId
    fileUrl
    fileUrlExpiredAt
    queued
  }
}
    `) as unknown as TypedDocumentString<ExportTextProjectQuery, ExportTextProjectQueryVariables>;
export const GetCabinetOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetCabinet($projectId: ID!, $role: Role!) {
  getCabinet(projectId: $projectId, role: $role) {
    id
    role
    status
    documents {
      id
      originId
      name
      part
    }
  }
}
    `) as unknown as TypedDocumentString<GetCabinetQuery, GetCabinetQueryVariables>;
export const GetExportDeliveryStatusOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetExportDeliveryStatus($exportId: ID!) {
  getExportDeliveryStatus(exportId: $exportId) {
    deliveryStatus
    errors {
      id
      stack
      args
    }
  }
}
    `) as unknown as TypedDocumentString<GetExportDeliveryStatusQuery, GetExportDeliveryStatusQueryVariables>;
export const GetExternalObjectMetaOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetExternalObjectMeta($externalObjectStorageId: ID!, $objectKeys: [String!]!) {
  getExternalObjectMeta(
    externalObjectStorageId: $externalObjectStorageId
    objectKeys: $objectKeys
  ) {
    key
    sizeInBytes
    createdAt
  }
}
    `) as unknown as TypedDocumentString<GetExternalObjectMetaQuery, GetExternalObjectMetaQueryVariables>;
export const GetExternalObjectStoragesOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetExternalObjectStorages($teamId: ID!) {
  getExternalObjectStorages(teamId: $teamId) {
    id
    cloudService
    bucketName
  }
}
    `) as unknown as TypedDocumentString<GetExternalObjectStoragesQuery, GetExternalObjectStoragesQueryVariables>;
export const GetFileTransformersOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetFileTransformers($teamId: ID!, $purpose: FileTransformerPurpose) {
  getFileTransformers(teamId: $teamId, purpose: $purpose) {
    id
    name
    purpose
  }
}
    `) as unknown as TypedDocumentString<GetFileTransformersQuery, GetFileTransformersQueryVariables>;
export const GetJobOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetJob($jobId: String!) {
  getJob(jobId: $jobId) {
    id
    status
    errors {
      id
      stack
      args
    }
  }
}
    `) as unknown as TypedDocumentString<GetJobQuery, GetJobQueryVariables>;
export const GetJobsOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetJobs($jobIds: [String!]!) {
  getJobs(jobIds: $jobIds) {
    id
    status
    errors {
      id
      stack
      args
    }
  }
}
    `) as unknown as TypedDocumentString<GetJobsQuery, GetJobsQueryVariables>;
export const GetLabelSetsOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetLabelSets($cabinetId: ID!) {
  getCabinetLabelSetsById(cabinetId: $cabinetId) {
    id
    index
    name
    tagItems {
      id
      parentId
      tagName
      color
    }
  }
}
    `) as unknown as TypedDocumentString<GetLabelSetsQuery, GetLabelSetsQueryVariables>;
export const GetProjectCabinetsOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetProjectCabinets($projectId: ID!) {
  getProjectCabinets(projectId: $projectId) {
    id
    role
    status
    documents {
      id
      originId
      name
      part
    }
  }
}
    `) as unknown as TypedDocumentString<GetProjectCabinetsQuery, GetProjectCabinetsQueryVariables>;
export const GetProjectJobOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetProjectJob($jobId: String!) {
  getJob(jobId: $jobId) {
    id
    status
    resultId
    errors {
      id
      stack
      args
    }
  }
}
    `) as unknown as TypedDocumentString<GetProjectJobQuery, GetProjectJobQueryVariables>;
export const GetProjectOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetProject($input: GetProjectInput!) {
  getProject(input: $input) {
    id
    name
    status
    createdDate
    updatedDate
    completedDate
    isArchived
    tags {
      id
      name
      globalTag
    }
    team {
      id
      name
    }
    workspaceSettings {
      kinds
    }
  }
}
    `) as unknown as TypedDocumentString<GetProjectQuery, GetProjectQueryVariables>;
export const GetProjectsOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetProjects($input: GetProjectsPaginatedInput!) {
  getProjects(input: $input) {
    nodes {
      id
      name
      status
      createdDate
      updatedDate
      completedDate
      isArchived
      tags {
        id
        name
        globalTag
      }
      team {
        id
        name
      }
      workspaceSettings {
        kinds
      }
    }
    totalCount
    pageInfo {
      nextCursor
    }
  }
}
    `) as unknown as TypedDocumentString<GetProjectsQuery, GetProjectsQueryVariables>;
export const GetQuestionsOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetQuestions($projectId: ID!) {
  getRowQuestions(projectId: $projectId) {
    id
    label
    name
    type
    required
    config {
      min
      max
      step
      multiline
      multiple
      options {
        id
        label
        parentId
      }
      questions {
        id
        label
        name
        type
        required
        config {
          min
          max
          step
          multiline
          multiple
          options {
            id
            label
            parentId
          }
          questions {
            id
            label
            name
            type
            required
            config {
              min
              max
              step
              multiline
              multiple
              options {
                id
                label
                parentId
              }
            }
          }
        }
      }
    }
  }
  getDocumentQuestions(projectId: $projectId) {
    id
    label
    name
    type
    required
    config {
      min
      max
      step
      multiline
      multiple
      options {
        id
        label
        parentId
      }
      questions {
        id
        label
        name
        type
        required
        config {
          min
          max
          step
          multiline
          multiple
          options {
            id
            label
            parentId
          }
          questions {
            id
            label
            name
            type
            required
            config {
              min
              max
              step
              multiline
              multiple
              options {
                id
                label
                parentId
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GetQuestionsQuery, GetQuestionsQueryVariables>;
export const GetTagsOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetTags($input: GetTagsInput!) {
  getTags(input: $input) {
    id
    name
    globalTag
  }
}
    `) as unknown as TypedDocumentString<GetTagsQuery, GetTagsQueryVariables>;
export const GetTeamDetailOperation = /*#__PURE__*/ new TypedDocumentString(`
    query GetTeamDetail($input: GetTeamDetailInput) {
  getTeamDetail(input: $input) {
    id
    name
    setting {
      allowedAdminExportMethods
      allowedReviewerExportMethods
      allowedLabelerExportMethods
      enableExportTeamOverview
      defaultExternalObjectStorageId
    }
  }
}
    `) as unknown as TypedDocumentString<GetTeamDetailQuery, GetTeamDetailQueryVariables>;
export const MeOperation = /*#__PURE__*/ new TypedDocumentString(`
    query Me {
  me {
    id
    email
    displayName
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;