import type { LockLevel } from '@portal/gallery'
import { roleRequestEn } from '../../i18n/role-request.ts'

/** The English texts of what protects a version: resource locks, and its own safety profile. */
export const protectionEn = {
  heading: 'Protection',
  locks: 'Locks',
  levels: { CanNotDelete: 'Delete lock', ReadOnly: 'Read-only lock' } satisfies Record<LockLevel, string>,
  none: 'None',
  hidden: 'You don’t have permission to view locks.',
  /** where a lock is set */
  place: {
    subscription: (name: string) => `subscription ${name}`,
    resourceGroup: (name: string) => `resource group ${name}`,
    gallery: (name: string) => `gallery ${name}`,
    definition: (name: string) => `image definition ${name}`,
    version: () => 'this version',
  },
  on: (level: string, place: string) => `${level} on ${place}`,
  add: 'Add lock',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove lock ${name}`,
  adding: {
    title: (version: string) => `Add a lock to version ${version}`,
    level: 'Lock type',
    effects: {
      CanNotDelete: 'Delete: can be changed, but not deleted',
      ReadOnly: 'Read-only: can’t be changed or deleted, so updates, promotion, revocation, and repairs fail',
    } satisfies Record<LockLevel, string>,
    notes: 'Notes',
    notesHint: 'For example, the reason and a contact. Everyone with access can read them.',
    confirm: 'Add lock',
    step: (version: string) => `Lock version ${version}`,
  },
  removing: {
    title: (name: string) => `Remove lock ${name}?`,
    intro: 'The version keeps the locks that it inherits.',
    confirm: 'Remove lock',
    step: (name: string) => `Remove lock ${name}`,
  },
  request: 'This request is sent to Azure.',
  command: 'Azure CLI',
  copyCommand: 'Copy command',
  rights: (action: string, scope: string) =>
    `Please assign a role to my account in Azure.\n\n${roleRequestEn({
      role: `User Access Administrator, Owner, or a role that includes ${action}`,
      scope,
      reason: 'Set and remove locks on this image version',
    })}`,
  before: {
    title: 'Azure will deny this change',
    text: (locks: string) => `${locks}. Remove the lock first, or ask an owner to.`,
  },
}
export type ProtectionTexts = typeof protectionEn
