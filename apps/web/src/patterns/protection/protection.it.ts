import { roleRequestIt } from '../../i18n/role-request.ts'
import type { ProtectionTexts } from './protection.en.ts'

export const protectionIt: ProtectionTexts = {
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
