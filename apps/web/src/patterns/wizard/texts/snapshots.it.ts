import type { SnapshotTexts } from './snapshots.en.ts'

export const snapshotsIt: SnapshotTexts = {
  title: 'Usare invece gli snapshot dei dischi',
  offer: (machine) =>
    `Prima generalizzare e arrestare ${machine}. Il portale crea quindi uno snapshot di ogni disco, nello stesso gruppo di risorse e con le stesse chiavi.`,
  make: 'Crea snapshot dei dischi',
  making: (done, all) => `Snapshot completati: ${done} di ${all}.`,
  failed: (names) => `Snapshot non creati: ${names}. Riprovare.`,
  chosen: (machine) => `Origine attuale: snapshot dei dischi di ${machine}.`,
}
