// Requests per second and waiting times of one page, with ten connections that never pause.
import autocannon from 'autocannon'

export type Load = { readonly perSecond: number; readonly p50Ms: number; readonly p95Ms: number; readonly bytes: number }

/** Two seconds to warm up, then `seconds` measured; throws when an answer is not a page. */
export async function loadPage(url: string, cookie: string, seconds: number): Promise<Load> {
  const options = { url, connections: 10, headers: { cookie } }
  await autocannon({ ...options, duration: 2 })
  const waits: number[] = []
  const measured = autocannon({ ...options, duration: seconds })
  measured.on('response', (_client, _status, _bytes, milliseconds) => waits.push(milliseconds))
  const { non2xx, errors, requests, throughput } = await measured
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not pages, ${errors} failed`)
  waits.sort((one, other) => one - other)
  return {
    perSecond: requests.average, p50Ms: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95),
    bytes: Math.round(throughput.total / Math.max(requests.total, 1)),
  }
}

/** `sorted`: in increasing order. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
