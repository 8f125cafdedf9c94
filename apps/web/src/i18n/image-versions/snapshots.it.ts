import type { SnapshotTexts } from './snapshots.en.ts'

export const snapshotsIt: SnapshotTexts = {
  title: 'In alternativa sono utilizzabili gli snapshot dei dischi',
  offer: (machine) =>
    `Il portale crea uno snapshot di ogni disco di ${machine}, nello stesso gruppo di risorse e con le stesse chiavi, e li sceglie come origine. Prima generalizzare e arrestare la macchina virtuale, come per un’acquisizione.`,
  make: 'Crea gli snapshot dei dischi',
  making: (done, all) => `Azure sta creando gli snapshot: completati ${done} di ${all}.`,
  failed: (names) => `Azure non è riuscito a creare questi snapshot: ${names}. Crearli di nuovo.`,
  chosen: (machine) => `L’origine è ora costituita dagli snapshot dei dischi di ${machine}.`,
}
