/** A region as the target writes it; only what tests look at. */
export interface ReadResult {
  readonly id?: string
  readonly type: string
  readonly from_name?: string
  readonly to_name?: string
  readonly from_id?: string
  readonly to_id?: string
  readonly labels?: readonly string[]
  readonly score?: number
  readonly item_index?: number
  readonly original_width?: number
  readonly original_height?: number
  readonly value?: Readonly<Record<string, unknown>>
}

/** A list of results and who made them. */
export interface ReadList {
  readonly result: readonly ReadResult[]
  readonly completed_by?: number
  readonly ground_truth?: boolean
  readonly model_version?: 'external' | 'prelabeled'
  readonly score?: number
}

/** A task as the target writes it. */
export interface ReadTask {
  readonly id: number
  readonly data: {
    readonly document: string
    readonly text?: string
    readonly dialogue?: readonly { readonly speaker: string; readonly text: string }[]
    readonly row?: Readonly<Record<string, string>>
    readonly row_number?: number
    readonly pages?: readonly string[]
    readonly audio?: string
  }
  readonly annotations: readonly ReadList[]
  readonly predictions: readonly ReadList[]
}

/** Parses tasks; what a test looks at is compared there. */
export function readTasks(json: string): readonly ReadTask[] {
  return JSON.parse(json)
}
