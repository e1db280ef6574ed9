/** Ends a case: prints how long the process has run and the most memory it held. */
export function report(facts = {}) {
  const ms = performance.now()
  const rss = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`${JSON.stringify({ ms, rss, ...facts })}\n`)
}
