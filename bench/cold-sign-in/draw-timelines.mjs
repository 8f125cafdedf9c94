/** @typedef {import('./read-trace.mjs').Timeline} Timeline */

const width = 1000
const left = 16
const rowHeight = 3
const look = {
  document: { fill: '#242424', label: 'page' },
  code: { fill: '#0f6cbd', label: 'scripts and styles' },
  picture: { fill: '#a0a0a0', label: 'pictures' },
  identity: { fill: '#c239b3', label: 'Microsoft Entra ID' },
  data: { fill: '#107c10', label: 'data' },
}
const work = { fill: '#d13438', label: 'main thread at work' }

/**
 * Timelines below each other on one scale: each request a line, above them when the main thread worked.
 * @param {{ title: string, timeline: Timeline }[]} sides
 * @returns {string} an SVG
 */
export function drawTimelines(sides) {
  const until = Math.max(...sides.flatMap(({ timeline }) => timeline.marks.map(({ at }) => at))) * 1.04
  const x = (ms) => left + (Math.min(ms, until) / until) * (width - 2 * left)
  let top = 0
  const panels = sides.map(({ title, timeline }) => {
    const panel = panelOf({ title, timeline, until, x })
    const drawn = `<g transform="translate(0 ${top})">${panel.content}</g>`
    top += panel.height
    return drawn
  })
  const legend = [work, ...Object.values(look)].map(
    ({ fill, label }, index) =>
      `<rect x="${left + index * 160}" y="${top + 6}" width="10" height="10" fill="${fill}"/>` +
      `<text x="${left + 16 + index * 160}" y="${top + 15}">${label}</text>`,
  )
  const height = top + 28
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="system-ui, sans-serif" font-size="12" fill="#242424" role="img">`,
    `<title>${sides.map(({ title }) => title).join('; ')}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>\n`,
    [...panels, ...legend].join('\n'),
    '\n</svg>\n',
  ].join('')
}

function panelOf({ title, timeline, until, x }) {
  const { requests, busy, marks } = timeline
  const shown = requests.filter(({ start }) => start < until).toSorted((one, other) => one.start - other.start)
  const bar = ({ start, end }, { y, height, fill }) =>
    `<rect x="${round(x(start))}" y="${y}" width="${round(Math.max(x(end) - x(start), 1))}" height="${height}" fill="${fill}"/>`
  // Labels of marks that are close to each other must not overlap, so each has a line of its own.
  const marksTop = 30
  const busyTop = marksTop + marks.length * 16 + 4
  const rowsTop = busyTop + 18
  const bottom = rowsTop + shown.length * rowHeight
  const lines = marks.map(({ name, at }, index) => {
    const y = marksTop + index * 16
    const isLate = x(at) > width * 0.7
    const place = isLate ? `x="${round(x(at) - 4)}" text-anchor="end"` : `x="${round(x(at) + 4)}"`
    return (
      `<path d="M${round(x(at))} ${y}V${bottom + 4}" stroke="#616161" stroke-dasharray="2 2"/>` +
      `<text ${place} y="${y + 11}">${name}: ${Math.round(at)} ms</text>`
    )
  })
  const seconds = Array.from({ length: Math.floor(until / 500) + 1 }, (_, index) => index * 500)
  const scale = seconds.map(
    (ms) => `<text x="${round(x(ms))}" y="${bottom + 18}" fill="#616161" font-size="10">${ms / 1000} s</text>`,
  )
  const content = [
    `<text x="${left}" y="18" font-weight="600" font-size="14">${title}, ${shown.length} requests</text>`,
    ...lines,
    ...busy.filter(({ start }) => start < until).map((task) => bar(task, { y: busyTop, height: 12, fill: work.fill })),
    ...shown.map((request, row) =>
      bar(request, { y: rowsTop + row * rowHeight, height: rowHeight - 1, fill: look[request.kind].fill }),
    ),
    ...scale,
  ].join('\n')
  return { content, height: bottom + 32 }
}

const round = (value) => Math.round(value * 10) / 10
