/** How files of the format end, most usual first. */
export const extensions = ['.labelport.jsonl', '.jsonl'] as const
