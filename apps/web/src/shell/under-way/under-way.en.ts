import type { UnderWayKind } from '@portal/portal-api'

/** The texts of the operations in progress, in the top bar. */
export const underWayEn = {
  title: 'In progress in Azure',
  close: 'Close',
  button: (count: number, formatted: string) =>
    count === 0 ? 'No operations in progress' : `${formatted} in progress`,
  unknown: 'Couldn’t read the operations in progress',
  nothing: 'No operations in progress in your subscriptions.',
  leave: 'Operations continue in Azure even if you close this page.',
  lag: 'New operations can take a minute or more to appear.',
  partial: 'Not all operations are shown. More might be in progress in other resource groups.',
  kinds: {
    imageVersion: 'Image version',
    diskEncryptionSet: 'Disk encryption set',
    virtualMachine: 'Virtual machine',
    preparation: 'Deployment of disk encryption sets',
    machineDeployment: 'Deployment of a virtual machine',
    versionWork: 'Deployment of changes to an image version',
    campaign: 'Encryption run',
  } satisfies Record<UnderWayKind, string> as Record<UnderWayKind, string>,
  states: {
    Creating: 'being created',
    Updating: 'being updated',
    Deleting: 'being deleted',
    Migrating: 'being moved',
    Running: 'running',
    Accepted: 'starting',
  } as Record<string, string>,
  since: (time: string, elapsed: string) => `Started ${time} · ${elapsed}`,
  progressOf: (name: string) => `Replication of ${name}`,
  campaign: (number: string) => `Run ${number}`,
  created: (created: string, all: string) => `Versions created: ${created} of ${all}`,
  inGroup: (group: string) => `in ${group}`,
}

export type UnderWayTexts = typeof underWayEn
