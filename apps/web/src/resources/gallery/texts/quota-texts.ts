import type { GalleryQuota } from '@portal/portal-api'
import { catalogue } from '../../../i18n/catalogue.ts'

/** The English texts of Azure's limits on galleries. */
const quotasEn = {
  title: 'Azure’s limits',
  description: 'In each region of a subscription. An image version counts in every region that it’s replicated to.',
  kinds: {
    Gallery: 'Galleries',
    GalleryImage: 'Image definitions',
    GalleryImageVersion: 'Image versions',
  } satisfies Record<GalleryQuota['quota'], string>,
  of: (used: string, limit: string) => `${used} of ${limit}`,
  far: (parts: string) => `Far from every limit. The most used: ${parts}.`,
  most: ({ kind, of, region }: { kind: string; of: string; region: string }) => `${kind} ${of} in ${region}`,
  kind: 'Limit',
  place: 'Region and subscription',
  used: 'Used',
  replicas: (count: string) => `${count} replicas`,
  action: 'Action',
  cleanUp: 'Clean up versions',
  mark: 'Near Azure’s limits',
  details: 'View limits',
  ofWizard: (parts: string) => `Image versions in this subscription: ${parts}.`,
  part: (region: string, of: string) => `${region} (${of})`,
  near: (region: string, of: string) => `${region} has ${of} image versions that Azure allows in this subscription.`,
  full: (region: string, limit: string) =>
    `${region} has all ${limit} image versions that Azure allows in this subscription, so Azure would reject this one.`,
}

/** The Italian texts. */
const quotasIt: typeof quotasEn = {
  title: 'Limiti di Azure',
  description: 'In ogni area di una sottoscrizione. Una versione dell’immagine conta in ogni area in cui è replicata.',
  kinds: {
    Gallery: 'Raccolte',
    GalleryImage: 'Definizioni dell’immagine',
    GalleryImageVersion: 'Versioni dell’immagine',
  },
  of: (used, limit) => `${used} di ${limit}`,
  far: (parts) => `Lontano da ogni limite. I più usati: ${parts}.`,
  most: ({ kind, of, region }) => `${kind} ${of} nell’area ${region}`,
  kind: 'Limite',
  place: 'Area e sottoscrizione',
  used: 'Usato',
  replicas: (count) => `${count} repliche`,
  action: 'Azione',
  cleanUp: 'Pulizia delle versioni',
  mark: 'Vicino ai limiti di Azure',
  details: 'Visualizza limiti',
  ofWizard: (parts) => `Versioni dell’immagine in questa sottoscrizione: ${parts}.`,
  part: (region, of) => `${region} (${of})`,
  near: (region, of) => `${region} contiene ${of} versioni dell’immagine consentite da Azure in questa sottoscrizione.`,
  full: (region, limit) =>
    `${region} contiene tutte le ${limit} versioni dell’immagine consentite da Azure in questa sottoscrizione: Azure rifiuterebbe questa.`,
}

export const useQuotaTexts = catalogue({ en: quotasEn, it: quotasIt })
