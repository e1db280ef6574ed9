export { amazonComprehendCsv } from './amazon-comprehend-csv.ts'
