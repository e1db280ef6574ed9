import { parquetSchema } from './parquet-schema.ts'
import { openShards, type Sink, type SinkOptions } from './sink.ts'
import type { Field, Value } from './value-type.ts'

/** The most text a row group holds, in UTF-16 code units: rows may be whole documents. */
const rowGroupText = 16 * 1024 * 1024

/** Writes rows as Parquet files. The library is loaded here and nowhere else. */
export async function openParquet(options: SinkOptions): Promise<Sink> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const shards = openShards(options.names)
  let file: { readonly fields: readonly Field[]; readonly parquet: Writer } | undefined
  let columns: { readonly name: string; data: Value[] }[] = []
  let rows = 0
  let text = 0

  interface Writer {
    readonly bytes: InstanceType<typeof ByteWriter>
    readonly file: InstanceType<typeof ParquetWriter>
  }
  const open = (fields: readonly Field[]): Writer => {
    const bytes = new ByteWriter(1 << 20)
    const schema = parquetSchema(fields)
    // Minima and maxima of texts and lists cost more than any reader of training data gains by them.
    const parquet = { writer: bytes, schema, statistics: false, createdBy: 'labelport' }
    file = { fields, parquet: { bytes, file: new ParquetWriter(parquet) } }
    columns = fields.map(({ name }) => ({ name, data: [] }))
    return file.parquet
  }
  const put = ({ bytes }: Writer): void => {
    const chunk = bytes.getBytes().slice()
    bytes.index = 0
    shards.put(chunk, chunk.length)
  }
  const writeGroup = (parquet: Writer): void => {
    if (rows === 0) return
    parquet.file.write({ columnData: columns, rowGroupSize: rows })
    for (const column of columns) column.data = []
    rows = 0
    text = 0
    put(parquet)
  }
  const end = ({ parquet }: { readonly parquet: Writer }): void => {
    writeGroup(parquet)
    parquet.file.finish()
    put(parquet)
    shards.next()
    file = undefined
  }
  return {
    add(row, fields) {
      if (file !== undefined && file.fields !== fields) end(file)
      const parquet = file?.parquet ?? open(fields)
      for (const { name, data } of columns) data.push(row.values[name] ?? null)
      rows += 1
      text += row.size
      shards.rows += 1
      if (rows >= options.rowGroupRows || text >= rowGroupText) writeGroup(parquet)
      const full = shards.rows >= options.shardRows || shards.bytes >= options.shardBytes
      if (file !== undefined && full) end(file)
    },
    close(fields) {
      if (file === undefined && shards.files().length === 0) open(fields)
      if (file !== undefined) end(file)
      shards.rename()
    },
    take: shards.take,
    files: shards.files,
  }
}
