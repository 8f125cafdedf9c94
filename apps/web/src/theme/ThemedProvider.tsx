import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
  type Theme as FluentTheme,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { type Theme, useTheme } from './theme.ts'

const fluentThemes: Record<Theme, FluentTheme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
}

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
})

/** Gives everything below it the Fluent theme of the user's choice. */
export function ThemedProvider({ children }: { children: ReactNode }) {
  const theme = useTheme()
  const styles = useStyles()
  return (
    // Fluent gives the provider's own class to every popup too, so the page's size and colour stand one level below.
    <FluentProvider theme={fluentThemes[theme]} className={theme === 'light' ? styles.light : styles.dark}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  )
}
