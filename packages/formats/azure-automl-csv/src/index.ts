export { azureAutomlCsv } from './azure-automl-csv.ts'
