// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { MapDotFacts } from './map-dot-look.ts'
import { RegionMap } from './RegionMap.tsx'

afterEach(cleanup)

const places = [
  { name: 'westus', latitude: 37.783, longitude: -122.417 },
  { name: 'westeurope', latitude: 52.3667, longitude: 4.9 },
]
const dot = (name: string, facts: Partial<MapDotFacts> = {}): MapDotFacts => ({
  name,
  label: name,
  title: `${name} title`,
  tone: 'running',
  fill: 40,
  ring: 'ownKeys',
  ...facts,
})
const inTheme = (dots: MapDotFacts[]) => (
  <FluentProvider theme={webLightTheme}>
    <RegionMap label="Map" places={places} dots={dots} />
  </FluentProvider>
)
const titles = () => [...document.querySelectorAll('title')].map(({ textContent }) => textContent)
const filled = () =>
  [...document.querySelectorAll('[stroke-dasharray]')].map((part) => part.getAttribute('stroke-dasharray'))

it('is one picture, with a named dot for each region whose place Azure says', () => {
  render(inTheme([dot('westus'), dot('westeurope'), dot('atlantis')]))
  expect(screen.getByRole('img', { name: 'Map' })).toBeTruthy()
  expect(titles()).toEqual([])
  for (const dot of document.querySelectorAll('g[transform]')) fireEvent.pointerEnter(dot)
  expect(titles()).toEqual(['westus title', 'westeurope title'])
  expect([...document.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual(['westus', 'westeurope'])
})

it('fills a dot as its region replicates, and moves none', () => {
  const { rerender } = render(inTheme([dot('westus'), dot('westeurope', { fill: 10 })]))
  const places = () => [...document.querySelectorAll('g[transform]')].map((group) => group.getAttribute('transform'))
  const before = places()
  expect(filled()).toEqual(['40 100', '10 100'])
  rerender(inTheme([dot('westus', { fill: 100, tone: 'done' }), dot('westeurope', { fill: 20 })]))
  expect(filled()).toEqual(['100 100', '20 100'])
  expect(places()).toEqual(before)
  expect(document.querySelectorAll('[d="M-5 0l4 4 7-8"]')).toHaveLength(1)
})
