// npm run release: creates a release in release/: the server and its pages as in the container image, the list of
// packages (CycloneDX), how it was built (in-toto, SLSA) and the hashes. The same commit gives the same hashes. See
// docs/deployment.md, also for signing them.
//   --source URI   the address of the repository, for the statement
//   --builder URI  the operator of the machine, for the statement
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stageOf } from './package/dockerfile-stage.mjs'
import { filesBelow, packed } from './release/archive.mjs'
import { baseImage } from './release/base-image.mjs'
import { materialsOf, provenanceOf, sha256 } from './release/provenance.mjs'
import { reproducible } from './release/sbom.mjs'
import { root, runStep } from './run-step.mjs'

const { values } = parseArgs({ options: { source: { type: 'string' }, builder: { type: 'string' } } })
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8')
const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
const npm = (/** @type {string[]} */ ...args) =>
  execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' })

function stopIf(/** @type {boolean} */ isSo, /** @type {string} */ why) {
  if (!isSo) return
  console.error(why)
  process.exit(1)
}

/** The files of the image's last stage, built now, below one folder. */
async function builtFiles(/** @type {string} */ folder, /** @type {string} */ dockerfile) {
  for (const script of ['build', 'build-server']) {
    const env = { NODE_ENV: 'production', CI: 'true' }
    const step = { name: script, command: process.execPath, args: [`scripts/${script}.mjs`], minutes: 5, env }
    stopIf(!(await runStep(step)).ok, 'Not released: the build failed.')
  }
  return stageOf(dockerfile, 'portal').copies.flatMap(({ paths: [path], to }) =>
    filesBelow(join(root, path.slice('/portal/'.length)), `${folder}/${to}`),
  )
}

stopIf(
  git('status', '--porcelain') !== '',
  'Not released: something here is not committed, and no commit would say what it is.',
)
const flaws = spawnSync(process.execPath, [join(root, 'scripts/check-flaws.mjs')], { stdio: 'inherit' })
stopIf(flaws.status === 1, 'Not released: a package has a known flaw.')

const { name, version } = JSON.parse(read('package.json'))
const made = { name, commit: git('rev-parse', 'HEAD'), time: Number(git('log', '-1', '--format=%ct')) }
const [lockfile, dockerfile] = [read('package-lock.json'), read('deploy/container/Dockerfile')]
const materials = materialsOf(JSON.parse(lockfile), JSON.parse(read('node_modules/.package-lock.json')))
const sbom = npm('sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--omit=dev')

const release = `${name}-${version}`
const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, 2)}\n`
const files = {
  [`${release}.tar.gz`]: packed(await builtFiles(release, dockerfile), made.time),
  [`${release}.cdx.json`]: json(reproducible(JSON.parse(sbom), made)),
}
const versions = { node: process.version, npm: npm('--version').trim() }
files[`${release}.provenance.json`] = json(
  provenanceOf({ files, commit: made.commit, ...values, lockfile, materials, versions }),
)

const folder = join(root, 'release')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
const sums = Object.entries(files).map(([file, content]) => `${sha256(content)}  ${file}`)
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`)
console.log(
  [...sums, 'Not signed: docs/deployment.md says how.', baseImage(dockerfile).advice].filter(Boolean).join('\n'),
)
