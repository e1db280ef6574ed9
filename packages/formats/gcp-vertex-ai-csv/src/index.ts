export { gcpVertexAiCsv } from './gcp-vertex-ai-csv.ts'
