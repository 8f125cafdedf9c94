import type { PositioningProps } from '@fluentui/react-components'

/**
 * Where a panel of the top bar opens. It is fixed, as the bar is: content that arrives late may scroll the page, and a
 * panel that follows a frame later is missed by a click.
 */
export function belowTopBar(target: HTMLElement | null): PositioningProps {
  return { target, position: 'below', align: 'end', strategy: 'fixed' }
}
