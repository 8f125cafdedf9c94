// npm run test:package: proves the production image by running it: without arguments the files that its Dockerfile
// copies, assembled from this tree. Prints each outcome and "N passed, N failed"; exits 1 if one failed.
//   --portal ROOTFS, --demo ROOTFS: images that were built, each mounted there, instead (Linux, as root)
import { parseArgs } from 'node:util'
import { buildServer } from './build-server.mjs'
import { buildIfStale } from './build/web-build-state.mjs'
import { demoProofs } from './package/demo.mjs'
import { assembledImage, builtImage } from './package/image.mjs'
import { onAzureProofs } from './package/on-azure.mjs'
import { contentProofs, serverProofs } from './package/proofs.mjs'
import { endWith, sumOf } from './test/outcome.mjs'
import { proveAll } from './test/proof.mjs'

const { portal, demo } = parseArgs({ options: { portal: { type: 'string' }, demo: { type: 'string' } } }).values
/** @type {import('./test/outcome.mjs').Outcome[]} */
const outcomes = []

/** One after the other, because they concern one server's lifetime. */
async function proveInTurn(/** @type {import('./test/proof.mjs').Proof[]} */ proofs) {
  outcomes.push(await proveAll(proofs, 1))
}

async function provePortal(/** @type {import('./package/image.mjs').Image} */ image) {
  await proveInTurn(contentProofs(image))
  const { proofs, close } = await serverProofs(image)
  try {
    await proveInTurn(proofs)
    await proveInTurn(onAzureProofs(image))
  } finally {
    close()
    image.remove()
  }
}

if (portal !== undefined) await provePortal(builtImage(portal, 'portal'))
if (demo !== undefined) await proveInTurn(await demoProofs(builtImage(demo, 'demo')))
if (portal === undefined && demo === undefined) {
  process.env.CI ??= 'true'
  await buildIfStale()
  await buildServer()
  await provePortal(await assembledImage())
}
endWith(sumOf(outcomes))
