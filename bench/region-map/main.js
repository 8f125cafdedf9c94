// The portal's map of regions alone, mounted and updated at the driver's word.
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { RegionMap } from '../../apps/web/src/patterns/map/RegionMap.tsx'

const root = createRoot(document.querySelector('#root'))
const inTheme = (child) => createElement(FluentProvider, { theme: webLightTheme }, child)

const dotsAt = (places, progress) =>
  places.map(({ name }, index) => {
    const fill = Math.min(100, progress + (index % 7) * 10)
    const tone = fill === 100 ? 'done' : fill === 0 ? 'waiting' : 'running'
    return {
      name,
      label: name,
      title: `${name}: ${fill} %`,
      tone,
      fill,
      ring: index % 5 === 0 ? 'attention' : 'ownKeys',
    }
  })

/** Draws the map with all regions that far; without places, the theme alone. */
globalThis.drawMap = ([places, progress]) =>
  root.render(inTheme(places && createElement(RegionMap, { label: 'Map', places, dots: dotsAt(places, progress) })))

/** Draws it again, and returns how long React, styles and layout took, in ms: what a frame has to have room for. */
globalThis.updateMap = (argument) => {
  const start = performance.now()
  flushSync(() => globalThis.drawMap(argument))
  document.body.getBoundingClientRect()
  return performance.now() - start
}
