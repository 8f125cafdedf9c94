/**
 * One measurement, next to what it is compared with in the same run.
 * @typedef {object} Measure
 * @property {string} name
 * @property {string} unit
 * @property {number} [floor] its theoretical minimum, if there is one
 * @property {number} [peer] of what others write with the same packages, in the same run
 * @property {number} ours
 * @property {{ ratio?: number, ofPeer?: number, most?: number }} goal the maximum of ours: times the floor, times the
 * peer, or in the unit
 */

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** Whether a measure reaches its goal. */
export function isMet({ floor = 0, peer = 0, ours, goal }) {
  const { ratio, ofPeer, most } = goal
  return (
    (ratio === undefined || ours <= ratio * floor) &&
    (ofPeer === undefined || ours <= ofPeer * peer) &&
    (most === undefined || ours <= most)
  )
}

/**
 * The measures as lines of text, a column each for floor, ours, ratio and goal, and what was recorded last.
 * @param {Measure[]} measures
 * @param {BenchRecord} [record]
 */
export function table(measures, record = {}) {
  const rows = measures.map((measure) => {
    const { name, unit, floor = 0, peer, ours, goal } = measure
    const goals = [
      goal.ratio === undefined ? '' : `<= ${goal.ratio}x`,
      goal.ofPeer === undefined ? '' : `<= ${goal.ofPeer} of the peer`,
      goal.most === undefined ? '' : `<= ${number(goal.most)} ${unit}`,
    ]
    return [
      name,
      floor > 0 ? `${number(floor)} ${unit}` : '-',
      peer === undefined ? '-' : `${number(peer)} ${unit}`,
      `${number(ours)} ${unit}`,
      ratios({ floor, peer, ours }),
      goals.filter((text) => text !== '').join(', '),
      isMet(measure) ? 'yes' : 'NO',
      recorded(record[name]),
    ]
  })
  const all = [['measure', 'floor', 'peer', 'ours', 'ratio', 'goal', 'met', 'recorded'], ...rows]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n')
}

function ratios({ floor, peer, ours }) {
  const ofFloor = floor > 0 ? [`${(ours / floor).toFixed(2)}x`] : []
  const ofPeer = peer === undefined ? [] : [`${(ours / peer).toFixed(2)} of the peer`]
  return [...ofFloor, ...ofPeer].join(', ') || '-'
}

function recorded(figures) {
  if (figures === undefined) return '-'
  const { ours, floor, unit, date, commit } = figures
  return `${number(ours)} ${unit}${floor > 0 ? ` (${(ours / floor).toFixed(2)}x)` : ''}, ${date}, ${commit}`
}

/** The middle one of some numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Where and when a measure was recorded.
 * @typedef {{ machine: string, date: string, commit: string }} Run
 * @typedef {Record<string, Run & { floor: number, ours: number, unit: string }>} BenchRecord by the measure's name
 */

const byName = ([one], [other]) => (one < other ? -1 : 1)
const rounded = (value) => Number(value.toPrecision(4))

/**
 * The record after `measures` of `run`: those of other parts stay.
 * @param {BenchRecord} record
 * @param {Measure[]} measures
 * @param {Run} run
 * @returns {BenchRecord}
 */
export function recordedWith(record, measures, run) {
  const figures = measures.map(({ name, unit, floor = 0, ours }) => [
    name,
    { ours: rounded(ours), floor: rounded(floor), unit, ...run },
  ])
  return Object.fromEntries(Object.entries({ ...record, ...Object.fromEntries(figures) }).toSorted(byName))
}
