import { helpPath, paths } from './paths.ts'

/** The page of the guide about each page of the portal, by the name of its file. */
const guidePages: Record<string, string> = {
  [paths.home]: 'browse',
  [paths.galleries]: 'galleries',
  [paths.gallery]: 'galleries',
  [paths.imageDefinition]: 'galleries',
  [paths.imageVersions]: 'browse',
  [paths.imageVersion]: 'create-a-version',
  [paths.createImageVersion]: 'create-a-version',
  [paths.encryptVersions]: 'encrypt-versions',
  [paths.cleanUpVersions]: 'clean-up-versions',
  [paths.updateImageVersion]: 'update-a-version',
  [paths.createVirtualMachine]: 'create-a-virtual-machine',
  [paths.virtualMachines]: 'create-a-virtual-machine',
  [paths.virtualMachine]: 'create-a-virtual-machine',
  [paths.diskEncryptionSets]: 'disk-encryption-sets',
  [paths.diskEncryptionSet]: 'disk-encryption-sets',
  [paths.estate]: 'estate',
  [paths.estateReport]: 'estate',
  [paths.estateDisks]: 'estate',
  [paths.keyHealth]: 'estate',
  [paths.keyImpact]: 'key-impact',
  [paths.access]: 'check-my-access',
  [paths.demoStart]: 'give-a-demo',
  [paths.presenter]: 'present-a-demo',
}

/** The address of the guide page about the page at `path`; undefined for the guide itself and for unknown paths. */
export function helpOfPage(path: string): string | undefined {
  const page = guidePages[path]
  return page === undefined ? undefined : helpPath(page)
}
