import type { Refusal } from '../refusal'
import type { Scope } from './crypto'

/** Where a signature is: in the Authorization header, or in the query. */
export type Carrier = 'header' | 'query'

export type ScopeFault = {
  scope: Scope
  carrier: Carrier
  /** What the request says it was signed at. */
  date: string
  isRegion: boolean
  /** Which service was meant. */
  service: string
}

/** What a service says of a signature that it does not take; each has its own words. */
export type SignatureWords = {
  unsigned: () => Refusal
  unsupported: (authorization: string, algorithm: string) => Refusal
  missingParts: (names: string[], carrier: Carrier, authorization: string) => Refusal
  noDate: (authorization: string) => Refusal
  badDate: (date: string, carrier: Carrier) => Refusal
  badCredential: (credential: string, carrier: Carrier) => Refusal
  badScope: (fault: ScopeFault) => Refusal
  unsignedHeaders: (names: string[]) => Refusal
  /** `signed` is the date as it came, `at` and `now` are milliseconds. */
  skewed: (signed: string, at: number, now: number) => Refusal
  unknownKey: (accessKeyId: string) => Refusal
  wrongToken: (token: string) => Refusal
  expiredToken: (token: string) => Refusal
  mismatch: (details: {
    accessKeyId: string
    signature: string
    canonical: string
    toSign: string
  }) => Refusal
}
