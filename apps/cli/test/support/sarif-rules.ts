/**
 * What the schema of SARIF 2.1.0 and its specification demand of the objects that labelport writes, as one
 * sentence for each thing that is wrong.
 */
export function sarifFaults(log: unknown): readonly string[] {
  const faults: string[] = []
  const check = (good: boolean, fault: string): void => {
    if (!good) faults.push(fault)
  }
  const { $schema, version, runs, ...more } = object(log)
  check(version === '2.1.0', 'version is 2.1.0')
  check(/^https:.*sarif-schema-2\.1\.0\.json$/.test(String($schema)), '$schema names the schema')
  check(Object.keys(more).length === 0, 'a log has no other properties')
  for (const run of list(runs)) faults.push(...faultsOfRun(object(run)))
  check(list(runs).length > 0, 'a log has a run')
  return faults
}

type Json = Readonly<Record<string, unknown>>

const runKeys = ['tool', 'columnKind', 'invocations', 'originalUriBaseIds', 'results']

function faultsOfRun(run: Json): readonly string[] {
  const driver = object(object(run.tool).driver)
  const rules = list(driver.rules).map(object)
  const ids = rules.map(({ id }) => id)
  const bases = Object.keys(object(run.originalUriBaseIds))
  return [
    ...Object.keys(run).flatMap((key) => (runKeys.includes(key) ? [] : [`a run has no ${key}`])),
    ...unless(run.columnKind === 'utf16CodeUnits', 'columnKind is utf16CodeUnits'),
    ...unless(typeof driver.name === 'string', 'driver.name is a text'),
    ...unless(/^\d+\.\d+\.\d+/.test(String(driver.semanticVersion)), 'semanticVersion is one'),
    ...unless(URL.canParse(String(driver.informationUri)), 'informationUri is an address'),
    ...unless(new Set(ids).size === ids.length, 'rule ids are unique'),
    ...rules.flatMap(faultsOfRule),
    ...list(run.invocations).map(object).flatMap(faultsOfInvocation),
    ...list(run.results).flatMap((result) => faultsOfResult(object(result), ids, bases)),
  ]
}

function faultsOfRule({ id, name, shortDescription, help }: Json): readonly string[] {
  return [
    ...unless(typeof id === 'string' && id !== '', 'a rule has an id'),
    ...unless(/^[A-Z][A-Za-z0-9]*$/.test(String(name)), `${id}: name is one word`),
    ...[shortDescription, help].flatMap((message) =>
      unless(/[.?!]$/.test(String(object(message).text)), `${id}: its texts are sentences`),
    ),
  ]
}

function faultsOfInvocation({ executionSuccessful, ...rest }: Json): readonly string[] {
  const notes = list(rest.toolExecutionNotifications).map(object)
  return [
    ...unless(typeof executionSuccessful === 'boolean', 'executionSuccessful is told'),
    ...notes.flatMap(({ message, level }) => [
      ...unless(typeof object(message).text === 'string', 'a notification has a text'),
      ...unless(isLevel(level), 'a notification has a level'),
    ]),
  ]
}

function faultsOfResult(
  { ruleId, ruleIndex, level, message, locations = [] }: Json,
  ids: readonly unknown[],
  bases: readonly string[],
): readonly string[] {
  return [
    ...unless(ids[Number(ruleIndex)] === ruleId, `${ruleId}: ruleIndex leads to its rule`),
    ...unless(isLevel(level), `${ruleId}: level is error, warning or note`),
    ...unless(typeof object(message).text === 'string', `${ruleId}: message has a text`),
    ...list(locations).flatMap((one) => faultsOfLocation(object(one), bases)),
  ]
}

function faultsOfLocation(location: Json, bases: readonly string[]): readonly string[] {
  const { artifactLocation, region } = object(location.physicalLocation)
  const { uri, uriBaseId } = object(artifactLocation)
  const logical = list(location.logicalLocations ?? []).map(object)
  return [
    ...unless(
      /^(?!\/)(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/.test(String(uri)),
      `${uri} is a relative URI`,
    ),
    ...unless(bases.includes(String(uriBaseId)), `${uriBaseId} is declared`),
    ...(region === undefined ? [] : faultsOfRegion(object(region))),
    ...logical.flatMap(({ name, fullyQualifiedName }) => [
      ...unless(typeof name === 'string', 'a logical location has a name'),
      ...unless(/^(?:\/|$)/.test(String(fullyQualifiedName)), 'a pointer begins with /'),
    ]),
  ]
}

function faultsOfRegion({ startLine, startColumn, byteOffset, ...rest }: Json): readonly string[] {
  const atLeast = (value: unknown, least: number): boolean =>
    value === undefined || (Number.isInteger(value) && Number(value) >= least)
  return [
    ...unless(startLine !== undefined || byteOffset !== undefined, 'a region begins somewhere'),
    ...unless(startColumn === undefined || startLine !== undefined, 'a column is in a line'),
    ...unless(atLeast(startLine, 1) && atLeast(startColumn, 1), 'lines and columns are from 1'),
    ...unless(atLeast(byteOffset, 0), 'bytes are from 0'),
    ...unless(Object.keys(rest).length === 0, 'a region has nothing else'),
  ]
}

function isLevel(level: unknown): boolean {
  return level === 'error' || level === 'warning' || level === 'note'
}

function unless(good: boolean, fault: string): readonly string[] {
  return good ? [] : [`not so: ${fault}`]
}

function object(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new Error(`Expected an object, found ${JSON.stringify(value)}.`)
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`Expected a list, found ${JSON.stringify(value)}.`)
}
