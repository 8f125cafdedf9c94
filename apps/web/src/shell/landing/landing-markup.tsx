import { renderToStaticMarkup } from 'react-dom/server'
import { en } from '../../i18n/shared-texts.en.ts'
import { it } from '../../i18n/shared-texts.it.ts'
import { languages, type Language } from '../../i18n/starting-language.ts'
import { helpPath, paths } from '../../paths.ts'
import type { WayIn } from './entry.ts'
import { landingPictureLook } from './landing-picture-look.ts'
import { LandingContent } from './LandingContent.tsx'

const texts = { en: en.auth, it: it.auth }

/**
 * The landing page in each language, as templates for index.html. What differs in the demo is there twice, and
 * landing.css shows one. Hidden from screen readers, which wait for the page that acts.
 */
export function landingMarkup(): string {
  return languages
    .map(
      (language) =>
        `<template data-landing="${language}">${renderToStaticMarkup(<Landing of={language} />)}</template>`,
    )
    .join('\n')
}

function Landing({ of: language }: { of: Language }) {
  const auth = texts[language]
  const picture = (theme: string) => `/src/shell/landing/matrix-${theme}-${language}.webp`
  return (
    <div className="landing-place" aria-hidden>
      <LandingContent
        texts={auth}
        picture={
          <picture>
            <source srcSet={picture('dark')} media="(prefers-color-scheme: dark), (prefers-contrast: more)" />
            <img {...landingPictureLook(language)} src={picture('light')} alt="" />
          </picture>
        }
        actions={
          <>
            <Way to="lookAround" isMain className="in-demo" label={auth.lookAround} />
            <Way to="takeTour" className="in-demo" label={auth.takeTour} />
            <Way to="signIn" className="in-demo" label={auth.signIn} />
            <Way to="signIn" isMain className="on-azure" label={auth.signIn} />
          </>
        }
        hint={
          <>
            <span className="in-demo">{auth.demoUsers}</span>
            <span className="on-azure">{auth.signInWith}</span>
          </>
        }
        links={
          <>
            <a href={helpPath()} tabIndex={-1}>
              {auth.readGuide}
            </a>
            <a href={paths.access} tabIndex={-1}>
              {auth.checkConnection}
            </a>
          </>
        }
      />
    </div>
  )
}

function Way({
  to,
  isMain = false,
  className,
  label,
}: {
  to: WayIn
  isMain?: boolean
  className: string
  label: string
}) {
  return (
    <span data-way-in={to} className={`landing-button ${className}${isMain ? ' is-main' : ''}`}>
      {label}
    </span>
  )
}
