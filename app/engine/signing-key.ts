import { findAccessKey } from './caller'
import type { World } from './model'
import { entryOf } from './records'

/**
 * What a server has to know to check a signature: the secret that it was made with, and whether
 * the key is good at all. Ends are ISO times.
 */
export type SigningKey = {
  secretAccessKey: string
  /** Temporary credentials are three, and a request has to bring this one too. */
  sessionToken?: string
  expiration?: string
  active: boolean
}

/** Nothing for a key that nobody has. */
export function signingKeyOf(world: World, accessKeyId: string): SigningKey | undefined {
  const session = entryOf(world.sessions, accessKeyId)
  if (session) {
    const { secretAccessKey, sessionToken, expires } = session
    return { secretAccessKey, sessionToken, expiration: expires, active: true }
  }
  const key = findAccessKey(world, accessKeyId)?.key
  return key && { secretAccessKey: key.secret, active: key.status === 'Active' }
}
