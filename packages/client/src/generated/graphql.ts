/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type ExportTextProjectDocumentInput = {
  /** A document id from a cabinet. */
  readonly documentId: string;
  readonly fileName: string;
  readonly fileTransformerId?: string | null | undefined;
  readonly format: string;
  readonly includedCommentType?: ReadonlyArray<ExportCommentType> | null | undefined;
  readonly maskPIIEntities?: boolean | null | undefined;
  readonly method: GqlExportMethod;
};

export type ExportTextProjectInput = {
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
};

export type GqlExportMethod =
  /** The server keeps the file and answers with a signed link to it. */
  | 'FILE_STORAGE';

export type JobStatus =
  | 'DELIVERED'
  | 'FAILED'
  | 'IN_PROGRESS'
  | 'NONE'
  | 'QUEUED';

export type Role =
  | 'LABELER'
  | 'REVIEWER';

export type ExportTextProjectDocumentQueryVariables = Exact<{
  input: ExportTextProjectDocumentInput;
}>;


export type ExportTextProjectDocumentQuery = { readonly exportTextProjectDocument: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type ExportTextProjectQueryVariables = Exact<{
  input: ExportTextProjectInput;
}>;


export type ExportTextProjectQuery = { readonly exportTextProject: { readonly exportId: string, readonly fileUrl: string | null, readonly fileUrlExpiredAt: string | null, readonly queued: boolean | null } };

export type GetExportDeliveryStatusQueryVariables = Exact<{
  exportId: string;
}>;


export type GetExportDeliveryStatusQuery = { readonly getExportDeliveryStatus: { readonly deliveryStatus: ExportDeliveryStatus, readonly errors: ReadonlyArray<{ readonly id: string, readonly stack: string, readonly args: unknown }> } };

export type GetJobQueryVariables = Exact<{
  jobId: string;
}>;


export type GetJobQuery = { readonly getJob: { readonly id: string, readonly status: JobStatus, readonly errors: ReadonlyArray<{ readonly id: string, readonly stack: string, readonly args: unknown }> } | null };

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