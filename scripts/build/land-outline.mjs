// Draws the outline of all land, from Natural Earth's public domain data (in the package world-atlas), as one SVG path:
// node scripts/build/land-outline.mjs writes apps/web/src/patterns/map/land.ts, and a test compares the two.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { project } from '../../apps/web/src/patterns/map/projection.ts'
import { root } from '../run-step.mjs'

const file = join(root, 'apps/web/src/patterns/map/land.ts')

/** Islands with fewer square units are left out: on a screen they would be dots, as regions are. */
const leastArea = 12
/** The land south of it is Antarctica. */
const southEnd = -57

/** The arcs of a topology in degrees: https://github.com/topojson/topojson-specification (2.1.3 Arcs). */
function arcsOf({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return { longitude: x * scale[0] + translate[0], latitude: y * scale[1] + translate[1] }
    })
  })
}

/** A ring of places; a negative number is an arc in reverse. */
function ringOf(indexes, arcs) {
  return unwrapped(indexes.flatMap((index) => (index < 0 ? arcs[~index].toReversed() : arcs[index]).slice(1)))
}

/** Beyond 180 degrees east, longitudes go on counting: a ring that starts again in the west would cross the map. */
function unwrapped(places) {
  const isEastern = places.some(({ longitude }) => longitude > 170)
  return places.map(({ latitude, longitude }) => ({
    latitude,
    longitude: isEastern && longitude < -150 ? longitude + 360 : longitude,
  }))
}

function areaOf(points) {
  const sum = points.reduce((total, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]
    return total + x * nextY - nextX * y
  }, 0)
  return Math.abs(sum) / 2
}

/** Without points that equal the one before, or lie on the line to the next. */
function fewer(points) {
  const distinct = points.filter(([x, y], index) => {
    const [beforeX, beforeY] = points.at(index - 1)
    return x !== beforeX || y !== beforeY
  })
  return distinct.filter(([x, y], index) => {
    const [beforeX, beforeY] = distinct.at(index - 1)
    const [nextX, nextY] = distinct[(index + 1) % distinct.length]
    return (x - beforeX) * (nextY - y) !== (nextX - x) * (y - beforeY)
  })
}

/** `M1 2l3-4…z`: where a ring begins, and the way from each point to the next. */
function pathOf([first, ...rest]) {
  let [x, y] = first
  const ways = rest.map(([nextX, nextY]) => {
    const way = `${nextX - x} ${nextY - y}`
    ;[x, y] = [nextX, nextY]
    return way
  })
  return `M${first.join(' ')}l${ways.join(' ').replaceAll(' -', '-')}z`
}

/**
 * The path of all land, in the units of the map.
 * @returns {string} the `d` of an SVG path
 */
export function landOutline() {
  const topology = JSON.parse(readFileSync(join(root, 'node_modules/world-atlas/land-110m.json'), 'utf8'))
  const arcs = arcsOf(topology)
  return topology.objects.land.geometries
    .flatMap(({ arcs: polygons }) => polygons.flat())
    .map((indexes) => ringOf(indexes, arcs))
    .filter((ring) => ring.some(({ latitude }) => latitude > southEnd))
    .map((ring) => fewer(ring.map((place) => project(place).map(Math.round))))
    .filter((points) => points.length > 3 && areaOf(points) >= leastArea)
    .map(pathOf)
    .join('')
}

/** The module that the portal imports. */
export function landModule() {
  return `// Written by scripts/build/land-outline.mjs from Natural Earth's public domain data: change that, not this.\n
/** The outline of all land as an SVG path, in the units of \`project\`. */
export const landPath =\n  '${landOutline()}'\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, landModule())
