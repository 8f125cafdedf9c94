import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import semver from 'semver'
import { describe, expect, it, onTestFinished } from 'vitest'
import { flawsOf, installedVersions, knownAdvisories } from './known-flaws.mjs'

const known = { package: 'it', range: '<1.2.3 || >=2.0.0 <2.0.1', id: 'CVE-2026-1', since: '2026-01-01' }

describe('a flaw that is known', () => {
  it.each(['1.2.2', '2.0.0', '2.0.1-beta.1'])('is found in %s', (version) => {
    expect(flawsOf({ it: [version] }, [known])).toEqual([expect.stringContaining(`it ${version} has CVE-2026-1`)])
  })

  it.each(['1.2.3', '1.9.0', '2.0.1', '10.0.0'])('is not in %s', (version) => {
    expect(flawsOf({ it: [version] }, [known])).toEqual([])
  })

  it('is found wherever the package is installed, under any name', () => {
    const packages = {
      'packages/it': { version: '0.0.1' },
      'node_modules/it': { version: '1.2.3' },
      'node_modules/other/node_modules/it': { version: '1.2.2' },
      'node_modules/alias': { name: 'it', version: '2.0.0' },
      'node_modules/@portal/it': { link: true },
    }
    expect(installedVersions({ packages })).toEqual({ it: ['1.2.3', '1.2.2', '2.0.0'] })
  })
})

it.each(knownAdvisories.map((each) => [`${each.package} ${each.id}`, each]))(
  'the kept list says of %s which versions, since when, and whether that was read',
  (_, { range, id, since, basis }) => {
    expect(semver.validRange(range)).not.toBeNull()
    expect(semver.satisfies('99.0.0', range)).toBe(false)
    expect(['quoted', 'memory']).toContain(basis)
    expect(id).toMatch(/^(CVE-\d{4}-\d{4,}|GHSA(-[2-9a-z]{4}){3})$/)
    expect(new Date(since).toISOString().slice(0, 10)).toBe(since)
  },
)

describe('npm run check:flaws', () => {
  const advisory = { url: 'https://example.test/1', title: 'It fails', severity: 'high', vulnerable_versions: '*' }
  const minimist = { minimist: [{ ...advisory, vulnerable_versions: '<1.2.6' }] }

  /** A registry with this response, and the script's output with it. */
  async function outcomeOf(answer) {
    const reply = async (request, response) => {
      const { status = 200, body = '' } = answer(await json(request))
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    }
    const server = createServer((...exchange) => void reply(...exchange)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return run(`http://127.0.0.1:${server.address().port}`)
  }
  async function run(registry) {
    const script = join(import.meta.dirname, '../../check-flaws.mjs')
    return promisify(execFile)(process.execPath, [script, '--registry', registry]).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }) => ({ code, stdout }),
    )
  }
  const saying = (more) => (asked) => ({ body: JSON.stringify('express' in asked ? more : minimist) })

  it('passes where the registry knows its flaws and none of ours', async () => {
    expect(await outcomeOf(saying({}))).toMatchObject({ code: 0, stdout: expect.stringContaining('0 flaws, by http') })
  })

  it('fails with the flaw that the registry names', async () => {
    const { code, stdout } = await outcomeOf(saying({ express: [advisory] }))
    expect(code).toBe(1)
    expect(stdout).toMatch(/^express [\d.]+: It fails \(high, \*\) https:\/\/example\.test\/1$/m)
  })

  it('passes where a flaw is of other versions', async () => {
    expect(await outcomeOf(saying({ express: [{ ...advisory, vulnerable_versions: '<1.0.0' }] }))).toMatchObject({
      code: 0,
    })
  })

  it.each([
    ['refuses', () => ({ status: 405 })],
    ['has no such list', () => ({ status: 404 })],
    ['answers everything with nothing', () => ({ body: '{}' })],
    ['answers with a page', () => ({ body: '<html>' })],
  ])('is no pass where the registry %s', async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ code: 2, stdout: expect.stringContaining('NOT ASKED') })
  })

  it('is no pass where nobody is there', async () => {
    expect(await run('http://127.0.0.1:1')).toMatchObject({ code: 2, stdout: expect.stringContaining('NOT ASKED') })
  })
})
