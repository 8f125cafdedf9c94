import type { Request, Response } from 'express'

const retryAfterS = 2

/** Why the gate answers itself: Azure does not answer, or the sender has too many requests or is too slow. */
export type GateRefusal = 'ServerUnavailable' | 'TooManyRequests' | 'RequestTimeout'

const statusOf: Record<GateRefusal, number> = { ServerUnavailable: 503, TooManyRequests: 429, RequestTimeout: 408 }

const texts = {
  en: {
    reloads: 'This page reloads in a few seconds.',
    goBack: 'Go back and try again in a few seconds.',
    ServerUnavailable: { title: 'The simulated Azure is restarting', why: 'It stopped responding.' },
    TooManyRequests: { title: 'Too many requests', why: 'Your network has too many requests in progress.' },
    RequestTimeout: { title: 'The request didn’t arrive in time', why: 'Your connection might be slow.' },
  },
  it: {
    reloads: 'La pagina verrà ricaricata tra pochi secondi.',
    goBack: 'Tornare indietro e riprovare tra pochi secondi.',
    ServerUnavailable: { title: 'Riavvio dell’istanza simulata di Azure', why: 'L’istanza non rispondeva.' },
    TooManyRequests: { title: 'Troppe richieste', why: 'Troppe richieste in corso dalla rete in uso.' },
    RequestTimeout: { title: 'La richiesta non è arrivata in tempo', why: 'La connessione potrebbe essere lenta.' },
  },
}

/**
 * Answers instead of the simulated Azure: with a page for a person, otherwise with an error in ARM's form.
 */
export function refuse(
  request: Request,
  response: Response,
  { code, portalOrigin }: { code: GateRefusal; portalOrigin: string },
): void {
  response.status(statusOf[code]).set({ 'retry-after': retryAfterS.toString(), 'cache-control': 'no-store' })
  // what has not been read is no further request
  if (!request.complete) response.set('connection', 'close')
  // A page of the portal that requests tokens must distinguish this from a network failure.
  if (request.get('origin') === portalOrigin) response.set('access-control-allow-origin', portalOrigin)
  if (request.accepts(['json', 'html']) === 'html') response.type('html').send(pageFor(request, response, code))
  else response.json({ error: { code, message: `${texts.en[code].title}. ${texts.en[code].why} ${texts.en.goBack}` } })
}

function pageFor(request: Request, response: Response, code: GateRefusal): string {
  const language = request.acceptsLanguages('en', 'it') === 'it' ? 'it' : 'en'
  const { reloads, goBack, [code]: text } = texts[language]
  const { title, why } = text
  // The address of a page can be opened again; a submitted form can't.
  const again = request.method === 'GET'
  response.set({
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${again ? `\n<meta http-equiv="refresh" content="${retryAfterS}">` : ''}
<title>${title}</title>
</head>
<body>
<main><h1>${title}</h1><p>${why} ${again ? reloads : goBack}</p></main>
</body>
</html>
`
}
