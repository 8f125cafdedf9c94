import type { Scenario } from '@portal/portal-api'
import {
  createImageVersionPath,
  createVirtualMachinePath,
  galleriesPath,
  keyImpactPath,
  paths,
  testMachinePath,
} from '../paths.ts'

/** The page where a scenario begins: a wizard, at the tab of its draft, or the page of what it is about. */
export function scenarioPath({ id, draft, resourceIds: [about] }: Scenario): string {
  if (about === undefined) return galleriesPath()
  if (id === 'tour') return paths.home
  if (id === 'key-outage') return keyImpactPath({ set: about })
  if (id === 'terms-not-accepted') return testMachinePath(about)
  if (id === 'size-requires-nvme') return createVirtualMachinePath(about)
  return draft === undefined ? galleriesPath() : `${createImageVersionPath(about)}&tab=${draft.tab}`
}
