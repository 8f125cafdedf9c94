import type { TeamPurpose } from '@portal/gallery'
import type { Access } from '@portal/portal-api'
import { catalogue } from '../../i18n/catalogue.ts'

const accessEn = {
  open: 'Give access',
  title: (name: string) => `Give access to ${name}`,
  principal: 'Object ID',
  principalHint: 'Of a user, group, or application. Its page in Microsoft Entra ID shows it.',
  notAnId: 'Enter an object ID, for example 6f9b2c1e-0a4d-4c77-9d5e-2b8f3a7c1d90.',
  purpose: 'Purpose',
  purposes: {
    deploy: 'Deploy virtual machines from it',
    publish: 'Publish image versions to it',
    manage: 'Manage its keys',
  } satisfies Record<TeamPurpose, string>,
  useSet: 'Use it for virtual machines and image versions',
  roles: 'Role assignments',
  states: {
    held: 'Assigned',
    inherited: 'Already allowed',
    missing: 'Missing',
    unknown: 'Can’t be checked',
    sending: 'Sending…',
  },
  through: (role: string, scope: string) => `${role} on ${scope}`,
  throughGroup: (role: string, scope: string) => `${role} on ${scope}, through a group`,
  incomplete: 'You can’t view the image versions, so roles on their disk encryption sets might be missing here.',
  sources:
    'A new version also needs access to its source: read on an image, write on a virtual machine, disk, or snapshot.',
  otherSubscription:
    'Machines in another subscription need disk encryption sets of that subscription. Without these roles, Azure answers LinkedAuthorizationFailed.',
  apart: {
    AccessPolicies: (set: string) =>
      `${set}: its key vault uses access policies. Add one for the object ID with this command:`,
    OtherTenant: (set: string) => `${set}: its key is in another tenant. Only that tenant can give access to it.`,
    Unreadable: (set: string) => `${set}: its key can’t be viewed, so its role is missing here.`,
  } satisfies Record<Access['apart'][number]['why'], (set: string) => string>,
  copyCommand: 'Copy command',
  give: 'Give access',
  takeBack: 'Remove access',
  removal: 'Removes the role assignments marked Assigned. What comes from a wider scope or a group isn’t removed.',
  given: 'Access given. Azure can take up to 10 minutes to apply it.',
  taken: 'Access removed. Azure can take up to 10 minutes to apply this.',
  complete: 'Nothing is missing.',
  unknownPrincipal: 'This directory has no user, group, or application with this object ID. Invite guests first.',
  refused: (role: string, scope: string, message: string) => `${role} on ${scope}: ${message}`,
  refusedTitle: 'Azure rejected some role assignments',
  roleAt: (role: string, scope: string) => `Role: ${role}. Scope: ${scope}`,
  request: (roles: string, principalId: string, url: string | undefined) =>
    `Request: assign these roles to object ID ${principalId}.\n${roles}${url === undefined ? '' : `\nIn the portal: ${url}`}`,
  pipeline: {
    title: 'Pipeline set-up',
    identity: 'Managed identity',
    identityHint: 'Resource ID. The set-up script creates it with this name.',
    notAnId: 'Enter the resource ID of a user-assigned managed identity.',
    found: 'Found',
    wrong: 'Doesn’t match',
    identityMissing: 'Run the set-up script, or enter the ID of another identity.',
    credential: 'Federated credential',
    credentialMissing: (system: string) => `None is for ${system}. Run the set-up script with your own values.`,
    faults: {
      subject: 'The subject doesn’t match this workflow. Run the set-up script with your own values.',
      audience: 'The audience must be api://AzureADTokenExchange.',
    },
  },
}

type AccessTexts = typeof accessEn

const accessIt: AccessTexts = {
  open: 'Concedi accesso',
  title: (name) => `Concedi accesso a ${name}`,
  principal: 'ID oggetto',
  principalHint: 'Di un utente, un gruppo o un’applicazione. È indicato nella rispettiva pagina di Microsoft Entra ID.',
  notAnId: 'Immettere un ID oggetto, ad esempio 6f9b2c1e-0a4d-4c77-9d5e-2b8f3a7c1d90.',
  purpose: 'Scopo',
  purposes: {
    deploy: 'Distribuire macchine virtuali',
    publish: 'Pubblicare versioni dell’immagine',
    manage: 'Gestire le chiavi',
  },
  useSet: 'Usarlo per macchine virtuali e versioni dell’immagine',
  roles: 'Assegnazioni di ruolo',
  states: {
    held: 'Assegnato',
    inherited: 'Già consentito',
    missing: 'Mancante',
    unknown: 'Non verificabile',
    sending: 'Invio in corso…',
  },
  through: (role, scope) => `${role} per ${scope}`,
  throughGroup: (role, scope) => `${role} per ${scope}, tramite un gruppo`,
  incomplete:
    'Le versioni dell’immagine non sono accessibili: potrebbero mancare i ruoli per i relativi set di crittografia del disco.',
  sources:
    'Una nuova versione richiede anche l’accesso all’origine: lettura per un’immagine, scrittura per una macchina virtuale, un disco o uno snapshot.',
  otherSubscription:
    'Le macchine in un’altra sottoscrizione richiedono set di crittografia del disco di quella sottoscrizione. Senza questi ruoli, Azure risponde LinkedAuthorizationFailed.',
  apart: {
    AccessPolicies: (set) =>
      `${set}: l’insieme di credenziali usa criteri di accesso. Aggiungerne uno per l’ID oggetto con questo comando:`,
    OtherTenant: (set) => `${set}: la chiave è in un altro tenant. Solo quel tenant può concedere l’accesso.`,
    Unreadable: (set) => `${set}: la chiave non è accessibile, quindi il ruolo manca in questo elenco.`,
  },
  copyCommand: 'Copia comando',
  give: 'Concedi accesso',
  takeBack: 'Rimuovi accesso',
  removal:
    'Rimuove le assegnazioni di ruolo indicate come Assegnato. Ciò che deriva da un ambito più ampio o da un gruppo non viene rimosso.',
  given: 'Accesso concesso. L’applicazione in Azure può richiedere fino a 10 minuti.',
  taken: 'Accesso rimosso. L’applicazione in Azure può richiedere fino a 10 minuti.',
  complete: 'Non manca nulla.',
  unknownPrincipal:
    'Nessun utente, gruppo o applicazione di questa directory ha questo ID oggetto. Invitare prima gli utenti guest.',
  refused: (role, scope, message) => `${role} per ${scope}: ${message}`,
  refusedTitle: 'Alcune assegnazioni di ruolo sono state rifiutate da Azure',
  roleAt: (role, scope) => `Ruolo: ${role}. Ambito: ${scope}`,
  request: (roles, principalId, url) =>
    `Richiesta: assegnare questi ruoli all’ID oggetto ${principalId}.\n${roles}${url === undefined ? '' : `\nNel portale: ${url}`}`,
  pipeline: {
    title: 'Configurazione della pipeline',
    identity: 'Identità gestita',
    identityHint: 'ID risorsa. Lo script di configurazione la crea con questo nome.',
    notAnId: 'Immettere l’ID risorsa di un’identità gestita assegnata dall’utente.',
    found: 'Trovata',
    wrong: 'Non corrisponde',
    identityMissing: 'Eseguire lo script di configurazione o immettere l’ID di un’altra identità.',
    credential: 'Credenziale federata',
    credentialMissing: (system) => `Nessuna è per ${system}. Eseguire lo script di configurazione con i propri valori.`,
    faults: {
      subject:
        'Il soggetto non corrisponde al flusso di lavoro. Eseguire lo script di configurazione con i propri valori.',
      audience: 'Il destinatario deve essere api://AzureADTokenExchange.',
    },
  },
}

/** The texts of giving access, in the language shown. */
export const useAccessTexts = catalogue({ en: accessEn, it: accessIt })
