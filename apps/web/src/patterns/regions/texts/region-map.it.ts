import type { RegionMapTexts } from './region-map.en.ts'

export const regionMapIt: RegionMapTexts = {
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
