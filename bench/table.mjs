/**
 * One measurement, next to its theoretical minimum in the same run.
 * @typedef {object} Measure
 * @property {string} name
 * @property {string} unit
 * @property {number} floor 0 if there is none
 * @property {number} ours
 * @property {{ ratio?: number, most?: number }} goal the maximum of ours: times the floor, or in the unit
 */

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** Whether a measure reaches its goal. */
export function isMet({ floor, ours, goal }) {
  return (goal.ratio === undefined || ours <= goal.ratio * floor) && (goal.most === undefined || ours <= goal.most)
}

/**
 * The measures as lines of text, a column each for floor, ours, ratio and goal.
 * @param {Measure[]} measures
 */
export function table(measures) {
  const rows = measures.map((measure) => {
    const { name, unit, floor, ours, goal } = measure
    const goals = [
      goal.ratio === undefined ? '' : `<= ${goal.ratio}x`,
      goal.most === undefined ? '' : `<= ${number(goal.most)} ${unit}`,
    ]
    return [
      name,
      floor > 0 ? `${number(floor)} ${unit}` : '-',
      `${number(ours)} ${unit}`,
      floor > 0 ? `${(ours / floor).toFixed(2)}x` : '-',
      goals.filter((text) => text !== '').join(', '),
      isMet(measure) ? 'yes' : 'NO',
    ]
  })
  const all = [['measure', 'floor', 'ours', 'ratio', 'goal', 'met'], ...rows]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n')
}

/** The middle one of some numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
