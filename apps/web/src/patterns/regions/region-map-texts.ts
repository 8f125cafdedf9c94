import { catalogue } from '../../i18n/catalogue.ts'

/** The texts of maps of regions. */
const regionMapEn = {
  ofVersion: 'Map of the target regions. The table has the same information.',
  ofPosture: 'Map of the source regions. The list by region has the same information.',
  postureTitle: 'Image versions by source region',
  ofChoice: 'Map of regions',
  choose: 'Choose regions on a map',
  show: 'Show map',
  hide: 'Hide map',
  unread: 'Couldn’t read where the regions are.',
  ownKeys: 'Customer-managed keys',
  differs: 'Not as requested',
  dot: (region: string, state: string, encryption: string) => `${region}: ${state}. ${encryption}.`,
  versionsUnderOwnKeys: (region: string, own: string, all: string) =>
    `${region}: image versions with customer-managed keys: ${own} of ${all}`,
  allOwnKeys: 'All with customer-managed keys',
  someOwnKeys: 'Some with customer-managed keys',
  noOwnKeys: 'None with customer-managed keys',
  keys: 'Arrow keys move between regions. Space adds or removes a region.',
}

const regionMapIt: typeof regionMapEn = {
  ofVersion: 'Mappa delle aree di destinazione. La tabella contiene le stesse informazioni.',
  ofPosture: 'Mappa delle aree di origine. L’elenco per area contiene le stesse informazioni.',
  postureTitle: 'Versioni dell’immagine per area di origine',
  ofChoice: 'Mappa delle aree',
  choose: 'Scegli le aree su una mappa',
  show: 'Mostra mappa',
  hide: 'Nascondi mappa',
  unread: 'Impossibile leggere la posizione delle aree.',
  ownKeys: 'Chiavi gestite dal cliente',
  differs: 'Diversa da quanto richiesto',
  dot: (region, state, encryption) => `${region}: ${state}. ${encryption}.`,
  versionsUnderOwnKeys: (region, own, all) =>
    `${region}: versioni dell’immagine con chiavi gestite dal cliente: ${own} su ${all}`,
  allOwnKeys: 'Tutte con chiavi gestite dal cliente',
  someOwnKeys: 'Alcune con chiavi gestite dal cliente',
  noOwnKeys: 'Nessuna con chiavi gestite dal cliente',
  keys: 'I tasti di direzione spostano tra le aree. BARRA SPAZIATRICE aggiunge o rimuove un’area.',
}

/** The texts of maps of regions, in the language shown. */
export const useRegionMapTexts = catalogue({ en: regionMapEn, it: regionMapIt })
