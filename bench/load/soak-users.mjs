import { connect } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { encryptedPlan } from '../../apps/bff/src/testing/faults.ts'

const betweenMs = 10_000
const mostTries = 30

/**
 * Creates versions one after another, as a page does: after an unclear answer it looks whether Azure has the version,
 * and sends it again only if not.
 * @param {{ origin: string, token: string, definition: string, first: string, count: number }} asked first: the number
 *   of the first version
 * @returns {Promise<{ id: string, status: number }[]>} the last answer for each
 */
export async function createVersions({ origin, token, definition, first, count }) {
  const created = []
  for (let number = 0; number < count; number += 1) {
    const name = first.replace(/\d+$/, (last) => String(Number(last) + number))
    created.push({ id: `${definition}/versions/${name}`, status: await createOne({ origin, token, definition }, name) })
    await after(betweenMs)
  }
  return created
}

async function createOne({ origin, token, definition }, name) {
  const id = `${definition}/versions/${name}`
  const body = JSON.stringify({ ...encryptedPlan(), imageDefinitionId: definition, name })
  const ask = (path, init) => statusOf(`${origin}${path}`, { ...init, headers: { ...headersOf(origin, token) } })
  for (let tries = 0; tries < mostTries; tries += 1) {
    const sent = await ask('/api/image-versions', { method: 'PUT', body })
    if (sent === 200 || (sent >= 400 && sent < 500 && sent !== 429)) return sent
    let found
    do {
      await after(2_000)
      found = await ask(`/api/image-version?${new URLSearchParams({ id })}`, {})
      tries += 1
    } while (found !== 200 && found !== 404 && tries < mostTries)
    if (found === 200) return found
  }
  return 0
}

const headersOf = (origin, token) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json', origin })

async function statusOf(url, init) {
  try {
    const response = await fetch(url, init)
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}

/**
 * A signed-in user who sends the first byte of many bodies, and again whenever a connection is closed.
 * @returns {{ end: () => void }}
 */
export function halfRequests(origin, token, count) {
  const { hostname, port, host } = new URL(origin)
  const sockets = new Set()
  let goesOn = true
  const send = () => {
    if (!goesOn) return
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `POST /api/disk-encryption-set-facts HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
      ),
    )
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      setTimeout(send, 500)
    })
    socket.resume()
  }
  for (let number = 0; number < count; number += 1) send()
  return {
    end() {
      goesOn = false
      for (const socket of sockets) socket.destroy()
    },
  }
}
