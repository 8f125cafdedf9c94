import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../apps/bff/src/config.ts'
import { stageOf } from '../../scripts/package/dockerfile-stage.mjs'
import { baseImage } from '../../scripts/release/base-image.mjs'
import { root } from '../../scripts/run-step.mjs'

const read = (file) => readFileSync(join(import.meta.dirname, file), 'utf8')
const dockerfile = read('Dockerfile')
const faultsOf = (text) =>
  validate(text).map(({ message, range }) => `${range.start.line + 1}: ${JSON.stringify(message)}`)

describe('the Dockerfile', () => {
  it('has no fault that its linter finds', () => {
    expect(faultsOf(dockerfile)).toEqual([])
  })

  it.each([
    ['a stage that is not there', dockerfile.replaceAll('EXPOSE 4280', 'EXPOSE 4280 seventy')],
    ['an instruction that is none', dockerfile.replace('USER 1000', 'USERS 1000')],
  ])('would not pass with %s', (_, text) => {
    expect(faultsOf(text)).not.toEqual([])
  })

  it.each(['portal', 'demo'])('starts %s as a numbered user, without a shell, and asks it whether it lives', (name) => {
    const { user, command, healthcheck, env } = stageOf(dockerfile, name)
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(command[0]).toBe('node')
    expect(healthcheck.slice(0, 2)).toEqual(['node', '-e'])
    expect(healthcheck[2]).toContain('/livez')
    expect(env).toMatchObject({ NODE_ENV: 'production', PORT: '4280' })
  })

  it.each(['portal', 'demo'])('S77: opens no inspector of %s by SIGUSR1, while it starts either', async (name) => {
    const flags = stageOf(dockerfile, name).command.slice(1, -1)
    const alive = "setTimeout(() => console.error('alive'), 500); console.log('ready')"
    const child = spawn(process.execPath, [...flags, '-e', alive])
    child.stdout.once('data', () => child.kill('SIGUSR1'))
    const [said] = await Promise.all([text(child.stderr), once(child, 'exit')])
    expect(said).toBe('alive\n')
  })

  const named = (image) => baseImage(dockerfile.replace(/^ARG NODE_IMAGE=.*$/m, `ARG NODE_IMAGE=${image}`))
  const tag = 'docker.io/library/node:24.21.0-trixie-slim'
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

  it('names its base image once, by a version', () => {
    expect(baseImage(dockerfile).faults).toEqual([])
  })

  it('is advised to name it by its digest, until it does', () => {
    expect(named(tag)).toEqual({ faults: [], advice: expect.stringContaining('@sha256:') })
    expect(named(`${tag}@${digest}`)).toEqual({ faults: [] })
    expect(named(`mirror.contoso.com:5000/node:24.21.0-trixie-slim@${digest}`)).toEqual({ faults: [] })
  })

  it.each([
    ['no version', 'docker.io/library/node:latest'],
    ['no registry', 'node:24.21.0-trixie-slim'],
    ['another Node', 'docker.io/library/node:22.21.0-trixie-slim'],
    ['a digest alone', `docker.io/library/node@${digest}`],
    ['half a digest', `${tag}@${digest.slice(0, 40)}`],
    ['an old hash', `${tag}@sha1:${'0'.repeat(40)}`],
    ['two digests', `${tag}@${digest}@${digest}`],
  ])('would not pass with %s of its base image', (_, image) => {
    expect(named(image).faults).toHaveLength(1)
  })

  it('would not pass with a stage from another image', () => {
    expect(baseImage(`${dockerfile}\nFROM docker.io/library/alpine AS more`).faults).toHaveLength(1)
  })

  it('copies into the production image what was built and nothing else', () => {
    expect(stageOf(dockerfile, 'portal').copies.map(({ from, paths }) => [from, ...paths])).toEqual([
      ['build', '/portal/apps/bff/dist'],
      ['build', '/portal/apps/web/dist'],
    ])
  })
})

describe('what goes to the builder', () => {
  const rules = readFileSync(join(root, '.dockerignore'), 'utf8').match(/^[^#\s].*/gm) ?? []
  const ofFolder = { '**/': '(.*/)?', '*': '[^/]*', '.': '[.]' }
  const patterns = rules.map((rule) => {
    const pattern = rule.replace(/^!/, '').replace(/[*]{2}[/]|[*.]/g, (part) => ofFolder[part])
    return { isIn: rule.startsWith('!'), pattern: new RegExp(`^${pattern}(/|$)`) }
  })
  /** As Docker reads the file: the last rule that matches a path or a folder of it. */
  const goes = (path) => patterns.findLast(({ pattern }) => pattern.test(path))?.isIn ?? true
  const sources = globSync('{apps,packages,scripts}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
  })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(goes)

  it('is all that its sources import from their own folders', () => {
    expect(sources).toContain('apps/bff/src/demo.ts')
    const missing = sources.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\b(?:from|import) ?\(?'([.]{1,2}\/[^'?]+)'/g)]
        .map(([, to]) => join(dirname(path), to).replaceAll('\\', '/'))
        .filter((imported) => existsSync(join(root, imported)) && !goes(imported))
        .map((imported) => `${imported}, for ${path}`),
    )
    expect(missing).toEqual([])
  })

  it('has nothing that only tests need', () => {
    expect(sources.filter((path) => /[.]test[.]|\/(testing|fuzz|golden)\b/.test(path))).toEqual([])
    expect(goes('packages/azure-simulator/src/testing/openapi/facts/locks-2020-05-01.json')).toBe(false)
  })
})

describe('the demonstration in a container', () => {
  const { services, volumes } = parse(read('compose.yaml'))
  const { demo } = services

  it('is reached from this machine only, at the addresses that its pages name', () => {
    expect(demo.ports).toEqual(['127.0.0.1:4280:4280', '127.0.0.1:4290:4290'])
  })

  it('has variables that the server starts with', () => {
    const config = readConfig({ ...stageOf(dockerfile, demo.build.target).env, ...demo.environment })
    expect(config).toMatchObject({
      authMode: 'demo',
      listen: { host: '0.0.0.0', port: 4280 },
      simulatorPort: 4290,
    })
  })

  it('may take so much of the machine and no more', () => {
    expect([demo.mem_limit, demo.memswap_limit, demo.pids_limit]).toEqual(['2g', '2g', 128])
  })

  it('has variables that it starts with on a network', () => {
    const { environment } = parse(read('compose.network.yaml')).services.demo
    const asked = Object.entries(environment).filter(([, value]) => value.includes(':?'))
    expect(asked.map(([name, value]) => [name, value.startsWith(`\${${name}:?`)])).toEqual([
      ['PUBLIC_ORIGIN', true],
      ['SIMULATOR_PUBLIC_ORIGIN', true],
    ])
    const given = { PUBLIC_ORIGIN: 'https://demo.example', SIMULATOR_PUBLIC_ORIGIN: 'https://azure.demo.example' }
    const env = { ...stageOf(dockerfile, demo.build.target).env, ...demo.environment, TRUST_PROXY: '1', ...given }
    expect(readConfig(env)).toMatchObject({ publicOrigins: { portal: given.PUBLIC_ORIGIN }, trustProxy: 1 })
  })

  it('can write its data and nothing else', () => {
    expect(demo.read_only).toBe(true)
    expect(demo.volumes).toEqual(['data:/portal/.data'])
    expect(volumes).toHaveProperty('data')
    expect(demo.cap_drop).toEqual(['ALL'])
  })
})
