import type { ImpactCode, ImpactList, WhatIf } from '@portal/disk-encryption'

const whatIfs: Record<WhatIf['type'], string> = {
  keyDisabled: 'The key is disabled',
  keyExpired: 'The key expires',
  keyDeleted: 'The key is deleted',
  keyPurged: 'The key is deleted and purged',
  setKeyChanged: 'The set gets another key',
  vaultClosed: 'The firewall blocks the key vault',
}

const whatIfHints: Record<WhatIf['type'], string> = {
  keyDisabled: 'Every version of the key that a set uses is disabled.',
  keyExpired: 'Every version of the key that a set uses is past its expiry date.',
  keyDeleted: 'The key can be recovered until its vault’s retention period ends.',
  keyPurged:
    'A purged key can’t be recovered, nor can the data. Purge protection prevents this until the retention ends.',
  setKeyChanged: 'The new key is one that the set can use. Azure refuses any other.',
  vaultClosed:
    'For all keys of the vault: the firewall also blocks trusted Microsoft services. While it allows them, nothing changes for the sets.',
}

const lists: Record<ImpactList, string> = {
  stops: 'Stops within the hour',
  failsAtStart: 'Fails at the next start',
  cannotCreate: 'Can’t be created or replicated',
  goesOn: 'Keeps working',
  unknown: 'Not known',
}

const reasons: Record<ImpactCode, string> = {
  KeyUnavailable:
    'Reads and writes begin to fail, and Azure shuts the machine down. It can’t start until the key is back.',
  AccessRevoked:
    'Azure can’t reach the key, so data on the disks becomes inaccessible. Azure documents the one-hour limit only for keys that are disabled or deleted.',
  StartNeedsKey: 'The machine isn’t running, and can’t start without the key.',
  SetNeedsKey: 'No disk, machine, or image version region can be encrypted with the set.',
  VersionNeedsKey: 'No disk or machine can be created from the version in these regions.',
  DiskNeedsKey: 'Its data can’t be read: no machine can use it, and it can’t be copied.',
  NewInstancesNeedKey: 'No instances can be added.',
  OtherRegions: 'The version is still usable in these regions, which don’t depend on the key.',
  OtherKey: 'It doesn’t depend on the key.',
  RunsWithExpiredKey:
    'Microsoft confirmed that existing disks continue to work. One page of Azure’s documentation still says that machines shut down.',
  KeyChangedWithoutRestart: 'Azure re-encrypts the disks’ keys without restarting the machine.',
  FollowsNewKey: 'Azure updates it to the new key.',
  StartWithExpiredKey: 'Whether it can start with an expired key isn’t clear: reports differ.',
  DiskWithExpiredKey: 'Whether it can be attached or copied with an expired key isn’t documented.',
  PowerStateUnknown: 'Azure returned no power state.',
  MachineUnread: 'You don’t have permission to view the machine that the disk is attached to.',
  DeletedVersionKeys: 'Azure doesn’t return the keys of deleted versions. Restoring it might fail.',
  PreviousKey: 'A key rotation is in progress. Azure might still need the previous key.',
  OldKeyUntilChanged: 'Azure still needs the previous key until the change is complete. Don’t disable it earlier.',
  ReplicationFromHome: 'Its source region is affected. Whether it can be replicated to other regions isn’t documented.',
  ConfidentialKeyChange:
    'Confidential machines must be stopped before the change. The result otherwise isn’t documented.',
}

/** The English texts of key impact. */
export const keyImpactEn = {
  choose: 'Keys',
  chooseAdvice: 'Choose a key to see what depends on it.',
  searchKeys: 'Search by key vault or key',
  noKeys: 'No keys to display',
  noKeysAdvice: 'Only keys of disk encryption sets that you have permission to view appear here.',
  key: 'Key',
  stops: 'Stops',
  stopsWhole: 'Running virtual machines that stop without the key',
  versionCount: 'Versions',
  setCount: 'Sets',
  allKeys: 'Choose another key',
  ofSet: 'Set to change',
  noneFound: 'No disk encryption set uses this key',
  noneFoundAdvice: 'Either nothing depends on it, or you don’t have permission to view the sets.',
  noKeyFound: 'No customer-managed key found',
  noKeyFoundAdvice: 'It’s encrypted with platform-managed keys, or you don’t have permission to view its sets.',
  whatIf: {
    title: 'What if',
    description: 'A forecast from Azure’s documentation. It changes nothing.',
    event: 'Event',
    events: whatIfs,
    hints: whatIfHints,
    lists,
    reasons,
    documentation: 'Azure documentation',
    none: 'None',
    regions: (label: string, regions: string) => `${label}: ${regions}`,
    instances: (label: string, count: string) => `${label}: ${count} instances`,
    more: (count: string) => `Show ${count} more`,
    asFarAsVisible: 'Only what you have permission to view is counted.',
    binsIncomplete: 'Some recycle bins couldn’t be read.',
  },
  chain: {
    title: 'Dependencies',
    description:
      'Everything encrypted with the key. Select an item to highlight what it depends on and what depends on it.',
    view: 'View',
    columns: 'Diagram',
    table: 'Table',
    kinds: {
      key: 'Keys',
      set: 'Disk encryption sets',
      version: 'Image versions',
      disk: 'Disks and snapshots',
      machine: 'Machines and scale sets',
    },
    kind: {
      key: 'Key',
      set: 'Disk encryption set',
      version: 'Image version',
      disk: 'Disk',
      snapshot: 'Snapshot',
      machine: 'Virtual machine',
      scaleSet: 'Scale set',
    },
    keys: 'Arrow keys move between items and columns, and Enter selects.',
    empty: 'None',
    openPage: 'Open page',
    forecast: 'Forecast',
    name: 'Name',
    type: 'Type',
    region: 'Region',
    state: 'Status',
    dependsOn: 'Depends on',
    unattached: 'Unattached',
    attached: 'Attached',
    count: (title: string, count: string) => `${title} (${count})`,
    rows: (shown: string, total: string) => `Rows shown: ${shown} of ${total}`,
  },
}

export type KeyImpactTexts = typeof keyImpactEn
