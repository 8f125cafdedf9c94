import type { AppliedLock, LockLevel } from '@portal/gallery'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { catalogue } from '../../i18n/catalogue.ts'
import { roleRequestEn, roleRequestIt } from '../../i18n/role-request.ts'

/** The English texts of what protects a version: resource locks, and its own safety profile. */
const protectionEn = {
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
const protectionIt: typeof protectionEn = {
  heading: 'Protezione',
  locks: 'Blocchi',
  levels: { CanNotDelete: 'Blocco di eliminazione', ReadOnly: 'Blocco di sola lettura' },
  none: 'Nessuno',
  hidden: 'Autorizzazione mancante per visualizzare i blocchi.',
  place: {
    subscription: (name) => `sottoscrizione ${name}`,
    resourceGroup: (name) => `gruppo di risorse ${name}`,
    gallery: (name) => `raccolta ${name}`,
    definition: (name) => `definizione dell’immagine ${name}`,
    version: () => 'questa versione',
  },
  on: (level, place) => `${level} su ${place}`,
  add: 'Aggiungi blocco',
  remove: 'Rimuovi',
  removeNamed: (name) => `Rimuovi il blocco ${name}`,
  adding: {
    title: (version) => `Aggiungere un blocco alla versione ${version}`,
    level: 'Tipo di blocco',
    effects: {
      CanNotDelete: 'Eliminazione: la versione si può modificare, ma non eliminare',
      ReadOnly:
        'Sola lettura: la versione non si può né modificare né eliminare; aggiornamenti, promozione, revoca e ripristini non riescono',
    },
    notes: 'Note',
    notesHint: 'Ad esempio il motivo e un contatto. Sono leggibili da chiunque abbia accesso.',
    confirm: 'Aggiungi blocco',
    step: (version) => `Bloccare la versione ${version}`,
  },
  removing: {
    title: (name) => `Rimuovere il blocco ${name}?`,
    intro: 'I blocchi ereditati della versione restano.',
    confirm: 'Rimuovi blocco',
    step: (name) => `Rimuovere il blocco ${name}`,
  },
  request: 'Questa richiesta viene inviata ad Azure.',
  command: 'Azure CLI',
  copyCommand: 'Copia comando',
  rights: (action, scope) =>
    `Assegnare un ruolo al mio account in Azure.\n\n${roleRequestIt({
      role: `Amministratore accesso utenti (User Access Administrator), Proprietario (Owner) o un ruolo che includa ${action}`,
      scope,
      reason: 'Impostare e rimuovere blocchi su questa versione dell’immagine',
    })}`,
  before: {
    title: 'Azure rifiuterà questa modifica',
    text: (locks) => `${locks}. Rimuovere prima il blocco o chiederlo a un proprietario.`,
  },
}

/** The texts of what protects a version, in the language shown. */
export const useProtectionTexts = catalogue({ en: protectionEn, it: protectionIt })

/** Where a lock is set, such as `resource group images`, and a lock with that place. */
export function useLockNames() {
  const t = useProtectionTexts()
  const scopeNameOf = (scope: string): string => {
    const parsed = tryParseResourceId(scope)
    if (parsed === undefined) {
      const [, , subscriptionId = scope, , group] = scope.split('/')
      return group === undefined ? t.place.subscription(subscriptionId) : t.place.resourceGroup(group)
    }
    const kinds = new Map<string, (name: string) => string>([
      ['galleries', t.place.gallery],
      ['galleries/images', t.place.definition],
      ['galleries/images/versions', t.place.version],
    ])
    const name = resourceNameOf(parsed)
    return kinds.get(parsed.types.join('/').toLowerCase())?.(name) ?? name
  }
  return { scopeNameOf, lockLabel: ({ level, scope }: AppliedLock) => t.on(t.levels[level], scopeNameOf(scope)) }
}
