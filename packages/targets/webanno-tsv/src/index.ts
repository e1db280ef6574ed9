export { webannoTsv } from './webanno-tsv.ts'
