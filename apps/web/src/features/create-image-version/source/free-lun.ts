/** The lowest LUN (0 to 63) that no row has; 63 when all are taken. */
export function freeLun(rows: { lun: number }[]): number {
  const taken = new Set(rows.map((row) => row.lun))
  const free = Array.from({ length: 64 }, (_, lun) => lun).find((lun) => !taken.has(lun))
  return free ?? 63
}
