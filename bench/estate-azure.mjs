// The largest estate that the portal is designed for, as Azure is: not in the portal's process. One gallery more has
// 10,000 versions, five definitions of 2,000.
import { runningSimulator } from '../apps/bff/src/demo.ts'
import { contosoAtScale, manualClock, startAzureSimulator } from '../packages/azure-simulator/src/index.ts'
import { tellParent } from './forked.mjs'

const clock = manualClock('2026-11-24T09:00:00Z')
const world = contosoAtScale()
const large = world.resources.flatMap((resource) => {
  const { id, name } = resource
  if (!id.includes('/galleries/estateGallery000')) return []
  const copy = { ...resource, id: id.replace('estateGallery000', 'largeGallery') }
  if (!id.includes('/versions/'))
    return [{ ...copy, ...(id.endsWith('/estateGallery000') && { name: 'largeGallery' }) }]
  if (name !== '1.0.0') return []
  return Array.from({ length: 2000 }, (_, minor) => {
    const number = `1.${minor}.0`
    return { ...copy, id: copy.id.replace(/1\.0\.0$/, number), name: number }
  })
})
const azure = await startAzureSimulator({
  clock,
  world: { ...world, resources: [...world.resources, ...large] },
  throttling: 'off',
})
tellParent(runningSimulator(azure))
