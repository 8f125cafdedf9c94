import {
  AriaLiveAnnouncer,
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
  type Theme as FluentTheme,
} from '@fluentui/react-components'
import { useLayoutEffect, type ReactNode } from 'react'
import { type Theme, usePrinting, useTheme } from './theme.ts'

const fluentThemes: Record<Theme, FluentTheme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
}

const useStyles = makeStyles({ page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 } })

/** Gives everything below it the Fluent theme of the user's choice. */
export function ThemedProvider({ children }: { children: ReactNode }) {
  const shown = useTheme()
  const theme = usePrinting() ? 'light' : shown
  const styles = useStyles()
  useLayoutEffect(() => {
    const { style } = document.documentElement
    // The window's own scroll bars too, which follow the system otherwise.
    style.colorScheme = theme === 'light' ? 'light' : 'dark'
    // Beside a dialog, the place of the scroll bar shows the window itself: see first-paint.css.
    style.setProperty('--page', fluentThemes[theme].colorNeutralBackground2)
  }, [theme])
  return (
    // Fluent adds the provider's own class to every popup too, so the page's size and color are set one level below.
    <FluentProvider theme={fluentThemes[theme]}>
      {/* Without it, Fluent's messages are seen and not announced. */}
      <AriaLiveAnnouncer>
        <div className={styles.page}>{children}</div>
      </AriaLiveAnnouncer>
    </FluentProvider>
  )
}
