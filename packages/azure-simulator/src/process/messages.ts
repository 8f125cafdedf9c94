import type { JWK } from 'jose'

/** What the process of a simulator is started with. */
export interface ChildOptions {
  /** 0: any free one */
  port: number
  /** its address in browsers: used in its tokens and cookies */
  origin: string
  /** of the portal, in addition to those of this machine */
  redirectUris: string[]
  apiClientSecret: string
  signingKey: JWK | undefined
  /** how many times as fast as the machine's Azure's time is; of the sandboxes and of the world */
  rate: number
  /** path of a copied estate that the sandboxes begin as; undefined: Contoso */
  worldFile: string | undefined
  /** where the sandboxes are stored; undefined: nowhere */
  sandboxFile: string | undefined
  /** ids of sandboxes that kept the last process from answering */
  culprits: string[]
  /** where it records for whom it is working */
  workFile: string
  /** ms since 1970 when this one took the place of another that did not answer */
  restartedAt: number | undefined
}

export type ToChild = { type: 'start'; options: ChildOptions } | { type: 'ping' } | { type: 'close' }

export type FromChild =
  | { type: 'ready'; port: number; tenantId: string; portalClientId: string; apiClientId: string }
  | { type: 'failed'; message: string }
  /** bytes that it has in memory */
  | { type: 'pong'; rss: number }
