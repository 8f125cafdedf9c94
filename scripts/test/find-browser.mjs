// Finds a Chromium-family browser for the browser tests, or gets one. Run alone it prints the path.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canInstall, haveCommand, installPackage } from './debian-command.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']

/**
 * Where browsers are usually installed.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} paths in the order they are tried
 */
export function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    const applications = [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      applications.map((application) => join(folder, application)),
    )
  }
  if (platform === 'win32') {
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => programs.map((program) => `${folder}\\${program}`))
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...onPath]
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ]
}

// Debian's Chromium without windows: the same engine, with less around it (docs/performance.md).
const shell = 'chromium-headless-shell'

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

// Ubuntu's `chromium-browser` is a script that only says to install a snap: its existence is not enough.
function starts(path) {
  if (process.platform === 'win32') return true // there, --version opens a window
  const { status, stdout } = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core')
    return chromium.executablePath()
  } catch {
    return ''
  }
}

function installPlaywrights(/** @type {string} */ playwright) {
  const { status } = spawnSync(process.execPath, [playwright, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 4 * 60_000,
  })
  return status === 0
}

/**
 * Installs the font of a browser that has neither Segoe UI nor Arial, and as wide as they are. Without it, Debian has
 * DejaVu Sans, in which texts are a sixth wider: what the tests find whole would be cut.
 * @param {(message: string) => void} say reports what is being installed
 */
export function findFonts(say) {
  if (process.platform !== 'linux') return
  haveCommand({ command: ['fc-list', '--quiet', 'Liberation Sans'], debianPackage: 'fonts-liberation', say })
}

const installed = (env, platform) =>
  [...usualPlaces(platform, env), playwrightsOwn()].find((path) => path !== '' && isExecutable(path) && starts(path))

/**
 * The path of a browser: CHROMIUM_PATH or CHROME_PATH, an installed one, or one installed now by Playwright or, as root
 * on Debian, by apt. No test is skipped without a browser, so it throws one sentence if there is none.
 * @param {NodeJS.ProcessEnv} env
 * @param {(message: string) => void} say reports what is being installed
 */
export function findBrowser(env = process.env, say = (message) => console.error(message)) {
  findFonts(say)
  for (const variable of ['CHROMIUM_PATH', 'CHROME_PATH']) {
    const path = env[variable]
    if (!path) continue
    if (isExecutable(path) && starts(path)) return path
    throw new Error(`${variable} is ${path}, which is not a browser that starts: correct it or unset it.`)
  }
  const found = installed(env, process.platform)
  if (found) return found

  say('No browser found: trying "playwright install chromium"')
  const playwright = join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/playwright/cli.js')
  if (existsSync(playwright) && installPlaywrights(playwright)) {
    const own = playwrightsOwn()
    if (isExecutable(own) && starts(own)) return own
  }
  if (canInstall()) {
    say('Trying "apt-get install -y chromium"')
    if (installPackage('chromium', 6)) installPackage(shell, 3)
    const debians = installed(env, process.platform)
    if (debians) return debians
  }
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge and none could be found or installed: install one, or set CHROMIUM_PATH to it.',
  )
}

/**
 * As `findBrowser`, for tests that open no window: Debian's Chromium without windows comes first.
 * @param {NodeJS.ProcessEnv} env
 */
export function findHeadlessBrowser(env = process.env) {
  if (env.CHROMIUM_PATH || env.CHROME_PATH) return findBrowser(env)
  const places = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const installedShell = () =>
    places.map((folder) => join(folder, shell)).find((path) => isExecutable(path) && starts(path))
  const found = installedShell()
  if (found) return found
  const browser = findBrowser(env)
  // It might have been installed with it.
  return installedShell() ?? browser
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findBrowser())
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
