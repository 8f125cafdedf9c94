import type { ImageVersionAct, Permission, VersionWork, VersionWorkStep } from '@portal/portal-api'
import { roleRequestEn } from '../../../i18n/role-request.ts'

/** The texts of a version's page that come with its code. */
export const imageVersionEn = {
  customerKeys: {
    none: 'Platform-managed key',
    noneAsAsked: 'Platform-managed key, as requested',
    some: 'Customer-managed keys on some disks',
    all: 'Customer-managed keys',
  },
  tabs: { label: 'Parts of the version', overview: 'Overview', usage: 'Usage', history: 'History' },
  notWhileCreating: 'Available when Azure has created the version',
  notYetApplied: 'Requested, not applied yet',
  proof: {
    asRequested: (same: string, disks: string) =>
      `Encrypted with your own keys: ${same} of ${disks} disks as requested`,
    ownKeys: (encrypted: string, disks: string) => `Encrypted with your own keys: ${encrypted} of ${disks} disks`,
    platformKey: 'Encrypted with a platform-managed key',
    differs: (different: string, disks: string) => `Not as requested: ${different} of ${disks} disks`,
    regions: (count: number, formatted: string) => (count === 1 ? '1 region' : `${formatted} regions`),
  },
  updateReplication: 'Update replication',
  goToDefinition: 'Go to image definition',
  createVirtualMachine: 'Create virtual machine',
  createNextVersion: 'Create next version',
  clone: 'Clone to another gallery',
  remaining: (duration: string) => `about ${duration} left`,
  json: {
    label: 'JSON of this version',
    heading: 'JSON view',
    intro: 'The complete response from Azure Resource Manager, as any client receives it.',
    copy: 'Copy JSON',
  },
  downloadEncryption: 'Download encryption details (CSV)',
  permissions: {
    heading: 'Your permissions',
    intro: 'Based on your Azure roles. The portal uses the same permissions.',
    all: 'You have all permissions for this version',
    some: (allowed: string, all: string) => `Allowed: ${allowed} of ${all} tasks`,
    what: 'Task',
    answer: 'Permission',
    action: 'Action',
    scope: 'Scope',
    actions: 'Azure actions and scopes',
    acts: {
      read: 'View this version',
      update: 'Update target regions and publishing options',
      repair: 'Repair a region, or add regions in batches',
      delete: 'Delete this version',
      createVirtualMachine: 'Create virtual machines in the version’s resource group',
      readSets: 'View disk encryption sets in the subscription',
    } satisfies Record<ImageVersionAct, string> as Record<ImageVersionAct, string>,
    answers: {
      allowed: 'Allowed',
      forbidden: 'Not allowed',
      unknown: 'Unknown',
    } satisfies Record<Permission, string> as Record<Permission, string>,
    unknown: 'Azure didn’t report your roles for some scopes. Tasks marked “Unknown” might be denied.',
    request: (lines: string) => `Please assign roles to my account in Azure.\n\n${lines}`,
    requestLine: (action: string, { role, scope, act }: PermissionRequest) =>
      roleRequestEn({
        role: `${role}, or a role that includes ${action}`,
        scope,
        reason: imageVersionEn.permissions.acts[act],
      }),
  },
  work: {
    kinds: {
      Rollout: 'Rollout in batches',
      RegionRepair: 'Region repair',
      Promotion: 'Promotion',
      RollBack: 'Rollback',
      Revocation: 'Revocation',
    } satisfies Record<VersionWork['kind'], string> as Record<VersionWork['kind'], string>,
    states: {
      Running: 'In progress',
      Succeeded: 'Completed',
      Failed: 'Failed',
      Canceled: 'Stopped',
    } satisfies Record<VersionWork['state'], string> as Record<VersionWork['state'], string>,
    stepStates: {
      Waiting: 'Waiting',
      Running: 'In progress',
      Succeeded: 'Completed',
      Failed: 'Failed',
    } satisfies Record<VersionWorkStep['state'], string> as Record<VersionWorkStep['state'], string>,
    notTaken: 'Not run',
    hidden:
      'You don’t have permission to view deployments in this resource group, so rollouts and repairs in progress aren’t shown.',
    started: (time: string) => `Started ${time}`,
    comingTitle: 'Azure is about to create this version',
    coming: 'It appears here when Azure starts the first step.',
    draftAgain: 'Return to draft',
    leave: 'Azure runs the steps one after another. You can close this page.',
    stopped: 'Azure completed the step in progress and didn’t run the remaining ones.',
    failed: 'The steps after the failed one didn’t run. The tables on this page show the current state of each region.',
    step: 'Step',
    create: (regions: string) => `Create the version in ${regions}`,
    add: (regions: string) => `Add ${regions}`,
    remove: (regions: string) => `Remove ${regions}`,
    include: (regions: string, version: string) => `Include ${version} in latest: ${regions}`,
    exclude: (regions: string, version: string) => `Exclude ${version} from latest: ${regions}`,
    revoke: (_regions: string, version: string) => `Revoke ${version}`,
    change: 'Update the version',
    state: 'State',
    duration: 'Duration',
    stop: 'Stop after this step',
    stopping: 'Stopping…',
  },
  repair: {
    title: (regions: string) => `Replication failed in ${regions}`,
    home: (region: string) =>
      `${region} is the source region and can’t be removed. Fix the cause, and then create the version again.`,
    open: 'Repair…',
    openFor: (region: string) => `Remove and add ${region} again…`,
    dialogTitle: (regions: string) => `Remove and add again: ${regions}`,
    intro: 'Azure runs both steps in order. Other regions aren’t affected.',
    first: (regions: string) => `Remove ${regions}`,
    second: (regions: string) => `Add ${regions} again with the same replicas, storage, and encryption`,
    confirm: 'Remove and add again',
  },
}

/** Whom to ask for what is missing for a task. */
export interface PermissionRequest {
  /** a role of Azure that includes the action */
  role: string
  scope: string
  act: ImageVersionAct
}

export type ImageVersionTexts = typeof imageVersionEn
