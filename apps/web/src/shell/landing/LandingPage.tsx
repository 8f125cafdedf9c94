import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import mainPath from '../../../../../docs/images/main-path.webm'
import mainPathPoster from '../../../../../docs/images/main-path.webp'
import { signIn, switchAccount, type Account, type SignInOptions } from '../../auth/authentication.ts'
import { useLanguage, useTexts, type Language } from '../../i18n/language.ts'
import { demoStartPath, helpPath, paths } from '../../paths.ts'
import { preloadPage } from '../../routes.tsx'
import { useTheme } from '../../theme/theme.ts'
import { GuestSignIn } from '../GuestSignIn.tsx'
import { firstWayIn, type WayIn } from './entry.ts'
import { landingPictureLook } from './landing-picture-look.ts'
import { LandingContent } from './LandingContent.tsx'
import darkEn from './matrix-dark-en.webp'
import darkIt from './matrix-dark-it.webp'
import lightEn from './matrix-light-en.webp'
import lightIt from './matrix-light-it.webp'

/** Ada Rossi, image engineer, who may do what the portal is for. */
const guide = 'ada@contoso.example'

const tour = demoStartPath('tour')

const options: Record<WayIn, SignInOptions> = {
  lookAround: { loginHint: guide },
  takeTour: { loginHint: guide, returnTo: tour },
  signIn: {},
}

interface LandingPageProps {
  /** MSAL has been loaded: until then, a way in that was chosen waits */
  isReady: boolean
  /** the user came back from the sign-in page without having signed in */
  interrupted: boolean
  /** the sign-in ended because of inactivity */
  unattended: boolean
  isDemo: boolean
  /** of other people who are still signed in in this tab, after one of them signed out */
  accounts: Account[]
  /** the portal serves several directories */
  takesGuests: boolean
}

/** What the portal does, in ten seconds, and the ways in. */
export function LandingPage({ isReady, isDemo, accounts, takesGuests, ...before }: LandingPageProps) {
  const { auth, product } = useTexts()
  const language = useLanguage()
  const theme = useTheme()
  const [way, setWay] = useState(firstWayIn)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    document.title = product
  }, [product])

  useEffect(() => {
    if (way === undefined || !isReady) return
    signIn(options[way]).catch(() => {
      setWay(undefined)
      setFailed(true)
    })
  }, [way, isReady])

  const button = (leadsTo: WayIn, isMain: boolean) => {
    const prepare = () => preloadPage(leadsTo === 'takeTour' ? tour : window.location.pathname)
    return (
      <button
        type="button"
        className={`landing-button${isMain ? ' is-main' : ''}`}
        aria-disabled={way !== undefined}
        onClick={() => {
          if (way !== undefined) return
          setFailed(false)
          setWay(leadsTo)
        }}
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        {auth[leadsTo]}
      </button>
    )
  }
  return (
    <LandingContent
      texts={auth}
      picture={
        <img
          {...landingPictureLook(language)}
          src={landingPictures[language][theme === 'light' ? 'light' : 'dark']}
          alt={auth.landingPicture}
        />
      }
      notes={
        <>
          <LandingNotes failed={failed} {...before} />
          {accounts.length > 0 && (
            <div className="landing-actions">
              {accounts.map(({ key, name, username }) => (
                <button key={key} type="button" className="landing-button" onClick={() => switchAccount(key)}>
                  {auth.continueAs(name, username)}
                </button>
              ))}
            </div>
          )}
        </>
      }
      actions={
        <>
          {isDemo && button('lookAround', true)}
          {isDemo && button('takeTour', false)}
          {button('signIn', !isDemo)}
        </>
      }
      hint={isDemo ? auth.demoUsers : auth.signInWith}
      links={
        <>
          <Link href={helpPath()}>{auth.readGuide}</Link>
          <Link href={paths.access}>{auth.checkConnection}</Link>
        </>
      }
      more={takesGuests && !isDemo && <GuestSignIn />}
      film={<MainPathFilm label={auth.landingFilmText} />}
    />
  )
}

/** The matrix of the Encryption tab, as `npm run screenshots` took it. */
const landingPictures: Record<Language, { light: string; dark: string }> = {
  en: { light: lightEn, dark: darkEn },
  it: { light: lightIt, dark: darkIt },
}

/** Its picture is requested when it is in view, and itself when it is played. */
function MainPathFilm({ label }: { label: string }) {
  const film = useRef<HTMLVideoElement>(null)
  const [inView, setInView] = useState(false)
  useEffect(() => {
    if (!film.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setInView(true))
    observer.observe(film.current)
    return () => observer.disconnect()
  }, [])
  return (
    <video
      ref={film}
      src={mainPath}
      {...(inView && { poster: mainPathPoster })}
      preload="none"
      controls
      muted
      playsInline
      aria-label={label}
    />
  )
}

const useStyles = makeStyles({
  // Plain elements, because a MessageBar would add 5 kB to everyone's first page.
  note: {
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  alert: { color: tokens.colorStatusDangerForeground1 },
})

interface LandingNotesProps {
  /** the sign-in page could not be reached */
  failed: boolean
  interrupted: boolean
  unattended: boolean
}

/** Why a user is here again, above the ways in. */
function LandingNotes({ failed, interrupted, unattended }: LandingNotesProps) {
  const styles = useStyles()
  const { auth } = useTexts()
  return (
    <>
      {(failed || interrupted) && (
        <Text role="alert" className={styles.alert}>
          {failed ? auth.signInPageUnreachable : auth.interrupted}
        </Text>
      )}
      {unattended && (
        <Text role="status" className={styles.note}>
          {auth.endedUnattended}
        </Text>
      )}
    </>
  )
}
