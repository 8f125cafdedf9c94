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

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
})

/** Gives everything below it the Fluent theme of the user's choice. */
export function ThemedProvider({ children }: { children: ReactNode }) {
  const shown = useTheme()
  const theme = usePrinting() ? 'light' : shown
  const styles = useStyles()
  useLayoutEffect(() => {
    // The window's own scroll bars too, which follow the system otherwise.
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark'
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
