import type { ScenarioCategory, ScenarioId } from '@portal/portal-api'

/** `do`: what to do on the page. `see`: what then appears there. */
export interface StepTexts {
  do: string
  see: string
}

/** The texts of each scenario, with one step for each of scenario-steps.ts. */
export type ScenarioTexts = Record<ScenarioId, { title: string; steps: [StepTexts, ...StepTexts[]] }>

const review = (see: string): StepTexts => ({ do: 'Select Review + create.', see })
const cellOf = (see: string): StepTexts => ({
  do: 'Look at the first cell, the OS disk in West US, and at the text below the table.',
  see,
})

export const scenariosEn: ScenarioTexts = {
  tour: {
    title: 'Guided tour',
    steps: [
      {
        do: 'Do what the cards say, from Home on.',
        see: 'A new version in three regions, encrypted with your own keys, and the code for it.',
      },
    ],
  },
  'encrypted-version': {
    title: 'A version encrypted with your own keys',
    steps: [
      review('Validation passed, with the key of each disk in each region.'),
      { do: 'Select Create.', see: 'The page of the new version shows each region as it replicates.' },
      {
        do: 'Wait, or move the time forward here.',
        see: 'Both regions are complete, and the applied encryption is as requested.',
      },
    ],
  },
  'set-not-granted': {
    title: 'Set without access to its key',
    steps: [
      cellOf('The set has no access to the key vault.'),
      {
        do: 'Select Grant key vault access below the table.',
        see: 'The access is granted, and the set is read again until Azure shows it.',
      },
    ],
  },
  'key-disabled': {
    title: 'Disabled key',
    steps: [review('The key of the OS disk in West US is disabled. The version can’t be created with this set.')],
  },
  'key-expired': {
    title: 'Expired key',
    steps: [review('The problem says when the key expired. The version can’t be created with this set.')],
  },
  'key-expires-soon': {
    title: 'Key that expires soon',
    steps: [review('A warning shows the date when the key expires. You can still create the version.')],
  },
  'vault-without-purge-protection': {
    title: 'Key vault without purge protection',
    steps: [
      cellOf('Azure requires purge protection, and this key vault doesn’t have it.'),
      { do: 'Select Turn on purge protection below the table.', see: 'The set is ready.' },
    ],
  },
  'vault-in-another-region': {
    title: 'Key vault in another region',
    steps: [
      review('The set is in West US, but its key vault is in East US 2. The version can’t be created with this set.'),
    ],
  },
  'vault-behind-firewall': {
    title: 'Key vault behind a firewall',
    steps: [
      cellOf('The firewall of the key vault blocks trusted Microsoft services.'),
      { do: 'Select Allow trusted Microsoft services below the table.', see: 'The set is ready.' },
    ],
  },
  'rotation-failed': {
    title: 'Failed key rotation',
    steps: [review('Azure’s message: the set’s managed identity wasn’t found, so the key is no longer rotated.')],
  },
  'key-in-another-tenant': {
    title: 'Key in another tenant',
    steps: [
      {
        do: 'Select Create. The set in West Europe uses a key of Fabrikam, another tenant. Move the time forward here.',
        see: 'Replication to West Europe failed, because Fabrikam hasn’t granted access to its key.',
      },
      {
        do: 'Grant access with the button here, as an administrator of Fabrikam would.',
        see: 'Fabrikam has granted access. The portal can’t see that, only try.',
      },
      {
        do: 'Select Remove and add West Europe again… and confirm. Move the time forward here while you wait.',
        see: 'Both regions are complete, and West Europe is encrypted with Fabrikam’s key.',
      },
    ],
  },
  'key-outage': {
    title: 'Rehearsal of a key outage',
    steps: [
      {
        do: 'Read the forecast for a disabled key. Then disable the key with the button here.',
        see: 'The machines that would stop within the hour are listed.',
      },
      {
        do: 'Let an hour pass with the button here.',
        see: 'The machines of the forecast are stopped. Others run on.',
      },
      {
        do: 'Enable the key with the button here. The demo then starts the machines, as their operators would.',
        see: 'The machines are running again.',
      },
    ],
  },
  'no-set-in-region': {
    title: 'Region without a set',
    steps: [
      {
        do: 'Look at Japan East in the table.',
        see: 'No set matches, and one button offers to create everything that is missing.',
      },
      {
        do: 'Select Create missing set in Japan East, and follow the panel. Move the time forward here while you wait.',
        see: 'The new set is chosen in the cells of Japan East.',
      },
    ],
  },
  'region-fails': {
    title: 'Failed replication to a region',
    steps: [
      { do: 'Select Create.', see: 'Azure accepts the version, and both regions replicate.' },
      {
        do: 'Wait, or move the time forward here.',
        see: 'West Europe has failed. Its row shows Azure’s message, and offers to repair it.',
      },
    ],
  },
  'slow-region': {
    title: 'Slow region',
    steps: [
      { do: 'Select Create.', see: 'The version replicates to three regions.' },
      {
        do: 'Wait, or move the time forward here.',
        see: 'Two regions are complete, but South Africa West is ten times slower.',
      },
    ],
  },
  'policy-denies-platform-keys': {
    title: 'Policy that denies platform-managed keys',
    steps: [
      review(
        'The policy that would deny the version, and the cells. The version can’t be created until they use customer-managed keys.',
      ),
    ],
  },
  'source-in-another-subscription': {
    title: 'Encrypted source in another subscription',
    steps: [review('A disk with a customer-managed key must be in the subscription of the gallery.')],
  },
  'trusted-launch-machine': {
    title: 'Trusted launch VM with customer-managed keys',
    steps: [review('A warning: replication of such versions might fail. Basics offers to use snapshots instead.')],
  },
  'source-too-large': {
    title: 'Source that is too large',
    steps: [review('The size of the snapshot, and the maximum size.')],
  },
  'source-with-plan': {
    title: 'Source with a purchase plan',
    steps: [
      review(
        'A warning: the image definition lacks the purchase plan of the disk. Basics can create a definition that has it.',
      ),
    ],
  },
  'terms-not-accepted': {
    title: 'Terms of a purchase plan',
    steps: [
      {
        do: 'Look at Purchase plan on the Basics tab.',
        see: 'The terms aren’t accepted in this subscription, so Azure would reject the virtual machine.',
      },
      { do: 'Select Accept terms, read them with the links, and accept them.', see: 'The terms are accepted.' },
      {
        do: 'Select Generate and download key pair, then Review + create, and Create. Then wait, or move the time forward here.',
        see: 'The virtual machine is created with the plan of its image.',
      },
    ],
  },
  'versions-busy': {
    title: 'Busy image definition',
    steps: [
      {
        do: 'Select Create.',
        see: 'Azure rejects the version: another operation is in progress. You can try again, and your entries are kept.',
      },
    ],
  },
  throttled: {
    title: 'Throttling',
    steps: [
      { do: 'Select Create.', see: 'Azure limits requests, and says how long to wait.' },
      {
        do: 'Wait, or move the time forward here. Then select Create again.',
        see: 'Azure accepts the version, and its page opens.',
      },
    ],
  },
  'number-in-recycle-bin': {
    title: 'Version number in the recycle bin',
    steps: [review('A deleted version has the number 1.1.0. Restore it in the recycle bin, or delete it permanently.')],
  },
  'size-requires-nvme': {
    title: 'VM size that requires NVMe',
    steps: [
      {
        do: 'Open Size, and look for Standard_D2s_v6.',
        see: 'Sizes of series v6 and later can’t be chosen: they require NVMe, which the image definition doesn’t state.',
      },
      {
        do: 'Select Change disk controllers, and save. Then choose Standard_D2s_v6.',
        see: 'The image definition states NVMe from this version on, and a VM of series v6 can be created.',
      },
    ],
  },
  reader: {
    title: 'User with read-only access',
    steps: [review('Rita can’t create versions here. The message names the role she needs, and copies the request.')],
  },
  'no-right-on-sets': {
    title: 'User without permission to view sets',
    steps: [
      {
        do: 'Choose encryption with a customer-managed key.',
        see: 'Eva has no permission to view sets, and can send a request. She can create versions with a platform-managed key.',
      },
    ],
  },
  'second-factor': {
    title: 'Multifactor authentication for changes',
    steps: [
      {
        do: 'Select Create. Azure requires multifactor authentication for changes, and Sam signed in without it: select Verify, and approve.',
        see: 'The version is created. You don’t have to enter anything again.',
      },
    ],
  },
  'no-subscription': {
    title: 'User without a subscription',
    steps: [{ do: 'Read the page.', see: 'The account has no subscriptions. The page says who to contact.' }],
  },
}

export const categoriesEn: Record<ScenarioCategory, string> = {
  firstSteps: 'First steps',
  keys: 'Keys',
  regions: 'Regions',
  policies: 'Policies',
  rights: 'Permissions',
  limits: 'Azure’s limits',
}
