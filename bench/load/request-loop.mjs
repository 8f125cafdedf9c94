import { Pool } from 'undici'

/**
 * Sends GETs one after another on each of some connections and waits for each reply to end.
 * @param {{ origin: string, path: string, headers?: Record<string, string>, connections: number, requests: number }} load
 * @returns {Promise<number[]>} milliseconds that each request took; throws if a reply is not 200
 */
export async function requestLoop({ origin, path, headers = {}, connections, requests }) {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const times = []
  let left = requests
  const one = async () => {
    while (left > 0) {
      left -= 1
      const started = performance.now()
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers })
      const text = await body.text()
      if (statusCode !== 200) throw new Error(`${origin}${path} answered ${statusCode}: ${text.slice(0, 300)}`)
      times.push(performance.now() - started)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, one))
  } finally {
    await pool.close()
  }
  return times
}
