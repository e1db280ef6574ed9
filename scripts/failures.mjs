import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A line for each test of a report of vitest that failed, and for each file that could not be loaded. */
export function vitestFailures(reportPath) {
  if (!existsSync(reportPath)) return []
  const { testResults } = JSON.parse(readFileSync(reportPath, 'utf8'))
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && assertionResults.length === 0)
      return [`${file}: ${firstOf(message)}`]
    return failed.map((one) => `${file} › ${one.fullName}: ${firstOf(one.failureMessages[0])}`)
  })
}

const firstOf = (message = '') => message.split('\n', 1)[0]
