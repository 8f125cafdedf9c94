import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { bashText, runCalls } from './az-commands.mjs'

/** @typedef {import('./registration-calls.mjs').GraphCall} GraphCall */

/** @type {GraphCall} */
const creation = {
  title: 'an application',
  method: 'PATCH',
  path: "applications(uniqueName='images')",
  headers: { Prefer: 'create-if-missing' },
  body: { displayName: "The portal's API & more" },
  yields: { variable: 'API_CLIENT_ID', property: 'appId' },
  changes: [],
}
/** @type {GraphCall} */
const update = {
  title: 'what it is',
  method: 'PATCH',
  path: "applications(appId='$API_CLIENT_ID')",
  body: { identifierUris: ['api://$API_CLIENT_ID'] },
  changes: [{ path: 'identifierUris', from: [], to: ['api://$API_CLIENT_ID'] }],
}
const graph = 'https://graph.microsoft.com'
const ok = (/** @type {string} */ stdout) => ({ ok: true, stdout, stderr: '' })
const notFound = { ok: false, stdout: '', stderr: 'ERROR: Not Found({"error":{"code":"Request_ResourceNotFound"}})' }

/**
 * Runs the calls with an az that returns these responses in turn; returns its arguments, the messages, and the number
 * of waits.
 */
async function runWith(/** @type {import('./az.mjs').Ended[]} */ answers, /** @type {GraphCall[]} */ calls) {
  const seen = { asked: /** @type {string[][]} */ ([]), said: /** @type {string[]} */ ([]), waits: 0 }
  const az = async (/** @type {string[]} */ words, input = '') => {
    seen.asked.push([...words, JSON.stringify(JSON.parse(input))])
    return answers.shift() ?? notFound
  }
  const wait = async () => void (seen.waits += 1)
  const ended = await runCalls(calls, { az, graph, say: (text) => seen.said.push(text), wait }).catch((error) => error)
  return { ...seen, ended }
}

describe('the commands of az', () => {
  it('are, as text for bash, the very words and bodies that are run', async () => {
    const { asked } = await runWith([ok('the-id\n'), ok('')], [creation, update])
    // an az that records its arguments, and returns the ID
    const az = `az() { { printf '%s\\n' "$@"; tr -d '\\n'; echo; echo --; } >&2; echo the-id; }`
    const script = [az, `GRAPH=${graph}`, bashText(creation), bashText(update)].join('\n')
    const { status, stderr } = spawnSync('bash', ['-euc', script], { encoding: 'utf8' })
    const told = stderr.split('\n--\n').filter((text) => text !== '')
    expect(status).toBe(0)
    expect(
      told.map((text) => {
        const words = text.split('\n')
        return [...words.slice(0, -1), JSON.stringify(JSON.parse(words.at(-1) ?? ''))]
      }),
    ).toEqual(asked)
    expect(asked[1]).toContain("https://graph.microsoft.com/v1.0/applications(appId='the-id')")
    expect(asked[1]?.at(-1)).toBe('{"identifierUris":["api://the-id"]}')
  })

  it('are told as made or changed', async () => {
    const { said, ended } = await runWith([ok('the-id'), ok('')], [creation, update])
    expect(said).toEqual(['created  an application: the-id', 'updated  what it is: identifierUris'])
    expect(ended).toMatchObject({ API_CLIENT_ID: 'the-id' })
  })

  it('wait until Entra ID knows what was just made', async () => {
    const { waits, said } = await runWith([ok('the-id'), notFound, notFound, ok('')], [creation, update])
    expect(waits).toBe(2)
    expect(said[1]).toContain('waiting')
    expect(said[2]).toBe('updated  what it is: identifierUris')
  })

  it('give up after a minute and say how to go on', async () => {
    const { waits, ended } = await runWith([ok('the-id')], [creation, update])
    expect(waits).toBe(12)
    expect(ended.message).toContain('Run this command again; it continues where it stopped')
  })

  it('stop at the first that is refused, without a wait', async () => {
    const refused = { ok: false, stdout: '', stderr: 'Forbidden({"error":{"code":"Authorization_RequestDenied"}})' }
    const { asked, waits, ended } = await runWith([refused], [creation, update])
    expect([asked.length, waits]).toEqual([1, 0])
    expect(ended.message).toContain('You need the role Application Administrator')
  })

  it('do not go on without the id of what somebody else has just made', async () => {
    const { asked, ended } = await runWith([ok('')], [creation, update])
    expect(asked).toHaveLength(1)
    expect(ended.message).toContain('Run this command again')
  })
})
