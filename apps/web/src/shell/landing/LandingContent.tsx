import type { ReactNode } from 'react'
import type { Texts } from '../../i18n/shared-texts.en.ts'

/** The texts of the landing page, in one language. */
type LandingTexts = Texts['auth']

interface LandingContentProps {
  texts: LandingTexts
  picture: ReactNode
  /** what happened before, if it needs to be said */
  notes?: ReactNode
  /** the ways in, as buttons, and a sentence about them */
  actions: ReactNode
  hint: ReactNode
  links: ReactNode
  /** another way in, for few */
  more?: ReactNode
  /** in its place, of 16 : 9 */
  film?: ReactNode
}

/**
 * The landing page without anything that acts: what the portal does, the ways in, a picture, three benefits, and the
 * place of a film. The build renders it too, so it uses no hook and none of Fluent's components; its style is in
 * landing.css.
 */
export function LandingContent({ texts, picture, notes, actions, hint, links, more, film }: LandingContentProps) {
  return (
    <>
      <div className="landing">
        <div className="landing-words">
          <h1>{texts.landingTitle}</h1>
          <p className="landing-lead">{texts.landingText}</p>
          {notes}
          <div className="landing-actions">{actions}</div>
          <p className="landing-quiet">{hint}</p>
          <ul className="landing-points">
            {texts.landingPoints.map((point) => (
              <li key={point}>
                <Check />
                <span>{point}</span>
              </li>
            ))}
          </ul>
          <div className="landing-links">{links}</div>
          {more}
        </div>
        {picture}
        <dl className="landing-facts">
          {texts.landingFacts.map(({ figure, text }) => (
            <div key={text}>
              <dt>{text}</dt>
              <dd>{figure}</dd>
            </div>
          ))}
        </dl>
      </div>
      <section className="landing-film">
        <h2>{texts.landingFilm}</h2>
        <p className="landing-quiet">{texts.landingFilmText}</p>
        <div className="landing-screen">{film}</div>
      </section>
    </>
  )
}

function Check() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" aria-hidden>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7 10l2.2 2.2L13 8.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
