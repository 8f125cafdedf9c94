// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { asksForShortcuts, turnQuestionMark } from './shortcuts-key.ts'

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

/** Whether a key asks for the list, pressed on the last element of `html`. */
function asks(html: string, pressed: KeyboardEventInit = {}): boolean {
  document.body.innerHTML = html
  const event = new KeyboardEvent('keydown', { key: '?', shiftKey: true, bubbles: true, ...pressed })
  let asked = false
  document.addEventListener('keydown', () => (asked = asksForShortcuts(event)), { once: true })
  ;[...document.body.querySelectorAll('*')].at(-1)?.dispatchEvent(event)
  return asked
}

describe('a question mark asks for the shortcuts', () => {
  it.each([
    '<main></main>',
    '<button></button>',
    '<a href="/"></a>',
    '<input type="checkbox">',
    '<input type="radio">',
    '<div role="gridcell" tabindex="0"></div>',
  ])('on %s', (html) => expect(asks(html)).toBe(true))
})

describe('a question mark is nothing but text', () => {
  it.each([
    '<input>',
    '<input type="number">',
    '<input type="search">',
    '<textarea></textarea>',
    '<select></select>',
    '<button role="combobox"></button>',
    '<div role="menu"><div role="menuitem" tabindex="-1"></div></div>',
    '<div role="dialog"></div><button></button>',
    '<div role="alertdialog"><button></button></div>',
  ])('in %s', (html) => expect(asks(html)).toBe(false))
})

it.each([{ key: '/' }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])('no other keys ask: %o', (pressed) =>
  expect(asks('<main></main>', pressed)).toBe(false),
)

it('can be turned off, and on again', () => {
  turnQuestionMark(false)
  expect(asks('<main></main>')).toBe(false)
  turnQuestionMark(true)
  expect(asks('<main></main>')).toBe(true)
})
