import { newId, newSecret, newToken } from './ids'
import type { Credentials, Session, World } from './model'

type NewSession = Pick<Session, 'account' | 'identity' | 'mfa' | 'mfaTime' | 'console'> & {
  now: string
  seconds: number
}

const DAY = 86_400_000

/** Long-expired sessions are forgotten; younger ones still answer `ExpiredToken`. */
function forgetOld(world: World, now: string) {
  const limit = new Date(Date.parse(now) - DAY).toISOString()
  for (const session of Object.values(world.sessions)) {
    if (session.expires < limit) delete world.sessions[session.accessKeyId]
  }
}

/** Adds a session to the world. `seconds` is its length. */
export function openSession(world: World, { now, seconds, ...rest }: NewSession): Session {
  forgetOld(world, now)
  const { longestSession = Infinity } = world.rules
  const session: Session = {
    ...rest,
    accessKeyId: newId(world, 'ASIA', rest.account),
    secretAccessKey: newSecret(world),
    sessionToken: newToken(world, now),
    issued: now,
    expires: new Date(
      Date.parse(now) + Math.min(seconds * 1000, longestSession)
    ).toISOString(),
  }
  world.sessions[session.accessKeyId] = session
  return session
}

export const credentialsOf = (session: Session): Credentials => ({
  accessKeyId: session.accessKeyId,
  secretAccessKey: session.secretAccessKey,
  sessionToken: session.sessionToken,
  expiration: session.expires,
})

/** As STS answers: the SDK's spelling, and a date. */
export const stsCredentials = (session: Session) => ({
  AccessKeyId: session.accessKeyId,
  SecretAccessKey: session.secretAccessKey,
  SessionToken: session.sessionToken,
  Expiration: new Date(session.expires),
})
