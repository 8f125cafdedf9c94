import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { proofOf, Wizard } from '../../e2e/support/wizard.ts'
import { root } from '../run-step.mjs'
import { haveCommand } from '../test/debian-command.mjs'
import { signInAsAda } from './create-version-walk.mjs'
import { english } from './labels.mjs'

const size = { width: 1280, height: 720 }

/** The main path in half a minute, without sound: docs/images/main-path.webm, and its end as main-path.webp. */
export async function takeFilm({ page, url, clock }) {
  if (!haveCommand({ command: ['ffmpeg', '-version'], debianPackage: 'ffmpeg' }))
    throw new Error('There is no ffmpeg (Debian: apt-get install ffmpeg)')
  const { tabs } = english.wizard
  const film = filmOf(page)
  const wizard = new Wizard(page, url)
  const named = (role, name) => page.getByRole(role, { name, exact: true })
  await page.setViewportSize(size)
  await signInAsAda(page, url)
  const next = named('link', 'Create next version in ubuntu-web')
  await next.waitFor()
  await film.hold(1.5)
  await film.click(next)
  await page.getByText('Validation passed').waitFor()
  await film.hold(2)
  await film.click(named('tab', tabs.replication))
  await film.click(named('combobox', 'Add target region'))
  await film.click(named('option', 'West Europe'))
  await page.keyboard.press('Escape')
  await film.hold(1)
  await film.click(page.getByRole('tab', { name: tabs.encryption }))
  await film.hold(1)
  for (const [index, disk] of ['OS disk', 'LUN 0'].entries()) {
    await film.click(wizard.cell('West Europe', disk))
    await film.click(page.getByRole('option', { name: new RegExp(`^WestEuropeDiskEncryptionSet${index + 1}\\b`) }))
  }
  await film.hold(1)
  await film.click(named('button', 'Review + create'))
  await page.getByText('Validation passed').waitFor()
  await film.hold(1.5)
  await film.click(named('button', 'Create'))
  await page.getByRole('heading', { name: '1.1.1' }).waitFor()
  for (const ms of [60_000, 120_000, 120_000, 600_000]) {
    clock.advance(ms)
    await after(4_000)
    await film.hold(1)
  }
  await proofOf(page).waitFor()
  await film.hold(3)
  film.write(join(root, 'docs/images/main-path'))
}

/** A film of what a page shows, picture by picture: as fast as the hand, however slow the machine. */
function filmOf(page) {
  const folder = mkdtempSync(join(tmpdir(), 'film-'))
  /** @type {string[]} */
  const shown = []
  let [at, count] = [{ x: size.width / 2, y: size.height / 2 }, 0]

  /** Shows the page as it is now for that long. */
  async function hold(/** @type {number} */ seconds) {
    const file = join(folder, `${(count += 1)}.png`)
    await page.evaluate(drawPointer, at)
    await page.screenshot({ path: file, animations: 'disabled' })
    shown.push(`file '${file}'`, `duration ${seconds}`)
  }
  /** The pointer goes to a thing and clicks it. */
  async function click(/** @type {import('@playwright/test').Locator} */ thing) {
    await thing.scrollIntoViewIfNeeded()
    const box = await thing.boundingBox()
    const [from, to] = [at, { x: box.x + Math.min(box.width / 2, 120), y: box.y + box.height / 2 }]
    for (const part of [0.3, 0.65, 0.9, 1]) {
      at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      await hold(0.08)
    }
    await hold(0.25)
    await page.mouse.click(to.x, to.y)
    await page.locator('[aria-busy=true]:visible').waitFor({ state: 'detached' })
    await after(500)
    await hold(0.4)
  }
  return {
    hold,
    click,
    /** As WebM, https://trac.ffmpeg.org/wiki/Encode/VP9: everyone sees it, and it is small. */
    write(/** @type {string} */ path) {
      const list = join(folder, 'list.txt')
      writeFileSync(list, [...shown, shown.at(-2)].join('\n'))
      const input = ['-f', 'concat', '-safe', '0', '-i', list, '-vf', 'fps=12.5,format=yuv420p']
      const vp9 = ['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '38', '-g', '250', '-an']
      // without times and tool names, so that the same film is the same file
      const exact = ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-map_metadata', '-1']
      const ffmpeg = (...args) => execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...args])
      ffmpeg(...input, ...vp9, ...exact, `${path}.webm`)
      ffmpeg('-sseof', '-1', '-i', `${path}.webm`, '-frames:v', '1', '-c:v', 'libwebp', ...exact, `${path}.webp`)
      rmSync(folder, { recursive: true })
    },
  }
}

/** Runs in the page: pictures of a page have no pointer. */
function drawPointer({ x, y }) {
  const svg = 'http://www.w3.org/2000/svg'
  let pointer = document.getElementById('film-pointer')
  if (pointer === null) {
    pointer = document.createElementNS(svg, 'svg')
    pointer.id = 'film-pointer'
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', 'M1 1v17l4.2-4 2.8 6.4 3-1.3-2.8-6.3H14z')
    path.setAttribute('fill', 'black')
    path.setAttribute('stroke', 'white')
    path.setAttribute('stroke-width', '1.5')
    pointer.append(path)
    pointer.setAttribute('width', '24')
    pointer.setAttribute('height', '24')
    Object.assign(pointer.style, { position: 'fixed', zIndex: '2147483647', pointerEvents: 'none' })
  }
  // last: above a dialog that has opened since
  document.body.append(pointer)
  Object.assign(pointer.style, { left: `${x}px`, top: `${y}px` })
}
