// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { aPlan } from '@portal/image-version/testing'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PlanActions } from './PlanActions.tsx'

// Animations are irrelevant here, and happy-dom's fail when they are interrupted.
beforeEach(() => void vi.spyOn(Element.prototype, 'animate').mockReturnValue(new Animation()))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The names of the files that the browser is handed to save. */
function savedNames(): string[] {
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download)
  })
  return names
}

it.each([
  ['a plain name', '9.9.9'],
  ['a path', '../../../x'],
  ['a drive', 'C:\\x.exe'],
  ['an ending of its own', 'x.bat '],
  ['a name that Windows has for a device', 'CON'],
])('X11: the file of a plan that is saved takes nothing of %s', async (_, name) => {
  const names = savedNames()
  render(
    <FluentProvider theme={webLightTheme}>
      <PlanActions plan={aPlan({ name, imageDefinitionId: name })} />
    </FluentProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Share' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Save configuration' }))
  expect(names).toEqual(['image-version-plan.json'])
})

it('a link is copied where the clipboard is open during the click only, as in Safari', async () => {
  const write = vi.fn(() => Promise.resolve())
  vi.stubGlobal('ClipboardItem', vi.fn())
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ write } as unknown as Clipboard)
  render(
    <FluentProvider theme={webLightTheme}>
      <PlanActions plan={aPlan()} />
    </FluentProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Share' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Copy link' }))
  expect(write).toHaveBeenCalledOnce()
})
